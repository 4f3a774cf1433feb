import type { ProviderRef } from '../../core/records/number'
import type { Task } from '../../core/plan/plan'
import type { ShallowRef } from 'vue'
import { shallowRef } from 'vue'

/** What stands over the page, if anything. Any screen can ask for it; the shell shows it. */
export type OpenDialog
  = | { kind: 'log-binding', numberId: string | null }
    | { kind: 'guide', provider: ProviderRef }
    | { kind: 'put-off-reason' } & Pick<Task, 'numberId' | 'key'>

type Dialogs = {
  open: ShallowRef<OpenDialog | null>
  /** Log a binding, on the given number or on one picked in the form. */
  logBinding: (numberId?: string | null) => void
  /** Write or correct the guide to a provider. */
  editGuide: (provider: ProviderRef) => void
  /** Say why a task was put off, or say it in other words. */
  putOffReason: (task: Pick<Task, 'numberId' | 'key'>) => void
  close: () => void
}

const open = shallowRef<OpenDialog | null>(null)

/** The dialogs of the app. */
export function useDialogs(): Dialogs {
  return {
    open,
    logBinding(numberId = null) {
      open.value = { kind: 'log-binding', numberId }
    },
    editGuide(provider) {
      open.value = { kind: 'guide', provider }
    },
    putOffReason({ numberId, key }) {
      open.value = { kind: 'put-off-reason', numberId, key }
    },
    close() {
      open.value = null
    },
  }
}
