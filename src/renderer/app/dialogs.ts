import type { ProviderRef } from '../../core/records/number'
import type { Task } from '../../core/plan/plan'
import type { ShallowRef } from 'vue'
import { shallowRef } from 'vue'

/** What stands over the page, if anything. Any screen can ask for it; the shell shows it. */
export type OpenDialog
  = | { kind: 'log-binding', numberId: string | null, text: string }
    | { kind: 'guide', provider: ProviderRef }
    | { kind: 'put-off-reason' } & Pick<Task, 'numberId' | 'key'>

type Dialogs = {
  open: ShallowRef<OpenDialog | null>
  /** Find or do lies over whatever else is open. */
  isPaletteOpen: ShallowRef<boolean>
  /** Log a binding, on the given number or on one picked in the form; what is known of the service stands there already. */
  logBinding: (numberId?: string | null, text?: string) => void
  /** Write or correct the guide to a provider. */
  editGuide: (provider: ProviderRef) => void
  /** Say why a task was put off, or say it in other words. */
  putOffReason: (task: Pick<Task, 'numberId' | 'key'>) => void
  /** Opens find or do, or closes it again. Not over a dialog that waits for an answer. */
  togglePalette: () => void
  close: () => void
}

const isPaletteOpen = shallowRef(false)
const open = shallowRef<OpenDialog | null>(null)

/** The dialogs of the app. */
export function useDialogs(): Dialogs {
  return {
    open,
    isPaletteOpen,
    togglePalette() {
      isPaletteOpen.value = !isPaletteOpen.value && document.querySelector('[role=dialog][data-state=open]') === null
    },
    logBinding(numberId = null, text = '') {
      open.value = { kind: 'log-binding', numberId, text }
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
