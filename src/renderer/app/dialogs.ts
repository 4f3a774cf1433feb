import type { ServiceRef } from '../../core/records/account'
import type { ProviderRef } from '../../core/records/number'
import type { Task } from '../../core/plan/plan'
import type { EditedService } from './services/use-service-editor'
import type { ShallowRef } from 'vue'
import { nextTick, shallowRef } from 'vue'

/** What stands over the page, if anything. Any screen can ask for it; the shell shows it. */
export type OpenDialog
  = | { kind: 'log-binding', numberId: string | null, service: ServiceRef | null, text: string }
    | { kind: 'guide', provider: ProviderRef }
    | { kind: 'service', service: EditedService, onSaved: ((id: string) => void) | undefined }
    | { kind: 'put-off-reason' } & Pick<Task, 'numberId' | 'key'>

type Dialogs = {
  open: ShallowRef<OpenDialog | null>
  /** Find or do lies over whatever else is open. */
  isPaletteOpen: ShallowRef<boolean>
  /** Log a binding, on the given number or on one picked in the form; the service, or what is known of its name, stands there already. */
  logBinding: (numberId?: string | null, given?: { service?: ServiceRef, text?: string }) => void
  /** Logs by key, from here or from any program: find or do makes way, a dialog that waits for an answer stays, and in the open panel the line is next. */
  askToLog: () => Promise<void>
  /** Write or correct the guide to a provider. */
  editGuide: (provider: ProviderRef) => void
  /** Add a service or correct one; `onSaved` is told its id. */
  editService: (service: EditedService, onSaved?: (id: string) => void) => void
  /** Say why a task was put off, or say it in other words. */
  putOffReason: (task: Pick<Task, 'numberId' | 'key'>) => void
  /** Opens find or do, or closes it again. Not over a dialog that waits for an answer. */
  togglePalette: () => void
  close: () => void
}

const isPaletteOpen = shallowRef(false)
const open = shallowRef<OpenDialog | null>(null)

/** Whether something waits for an answer that another dialog would take away. */
function isAsking(): boolean {
  return document.querySelector('[role=dialog][data-state=open], [role=alertdialog]') !== null
}

/** The dialogs of the app. */
export function useDialogs(): Dialogs {
  return {
    open,
    isPaletteOpen,
    togglePalette() {
      isPaletteOpen.value = !isPaletteOpen.value && !isAsking()
    },
    logBinding(numberId = null, { service, text = '' } = {}) {
      open.value = { kind: 'log-binding', numberId, service: service ?? null, text }
    },
    async askToLog() {
      isPaletteOpen.value = false
      await nextTick()
      if (!isAsking())
        open.value = open.value === null ? { kind: 'log-binding', numberId: null, service: null, text: '' } : { ...open.value }
    },
    editGuide(provider) {
      open.value = { kind: 'guide', provider }
    },
    editService(service, onSaved) {
      open.value = { kind: 'service', service, onSaved }
    },
    putOffReason({ numberId, key }) {
      open.value = { kind: 'put-off-reason', numberId, key }
    },
    close() {
      open.value = null
    },
  }
}
