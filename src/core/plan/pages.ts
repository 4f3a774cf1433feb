import type { StepKind } from '../catalog/provider-codes'
import type { PlanService, Playbook } from './knowledge'
import { hostOf, isHostWithin } from '../catalog/source'

/** Hosts that explain, where nobody signs in. */
const HELP = /^(?:support|help|faq|wiki|knowledge|learn|docs|community)\./

/** Where a service's number is changed, else its own site; null where it has none. */
export function servicePage(service: PlanService | undefined): string | null {
  return service?.changeUrl ?? siteOf(service?.domains)
}

/** The page that the guide's step of this kind names, else where one signs in at the provider: always on a domain of its own. */
export function providerPage(playbook: Playbook | null, kind?: StepKind): string | null {
  if (!playbook)
    return null
  const { cancel, ownDomains } = playbook
  const host = hostOf(cancel.url ?? '')
  const named = kind && cancel.stepLinks[kind]
  return named ?? (isHostWithin(host, ownDomains) && !HELP.test(host) ? `https://${host}` : siteOf(ownDomains))
}

function siteOf(domains: readonly string[] = []): string | null {
  return domains[0] ? `https://${domains[0]}` : null
}
