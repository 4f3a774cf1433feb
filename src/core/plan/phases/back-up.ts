import type { Milestones } from '../milestones'
import type { Situation } from '../situation'
import type { Draft } from '../task-builder'
import { providerPage } from '../pages'
import { reason } from '../task-builder'

/** Back up: what the provider holds, and the list of bindings. Both may be skipped, with a reason. */
export function backUpDrafts({ hasLeft, route, provider, playbook }: Situation, due: Milestones): Draft[] {
  if (hasLeft || route === 'keep')
    return []
  const hasGuide = playbook?.cancel.stepKinds.includes('back-up') ?? false
  return [
    {
      key: 'back-up:provider-data',
      kind: hasGuide ? 'export-provider-data' : 'save-messages',
      params: { provider },
      reasons: [reason('gone-after-cancelling', { provider })],
      due: due.backUp,
      link: hasGuide ? providerPage(playbook, 'back-up') : null,
      isSkippable: true,
    },
    {
      key: 'back-up:record',
      kind: 'export-record',
      due: due.backUp,
      isSkippable: true,
    },
  ]
}
