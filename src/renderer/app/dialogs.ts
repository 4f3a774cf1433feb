import type { ServiceRef } from '../../core/records/account'
import type { ProviderRef } from '../../core/records/number'
import type { Task } from '../../core/plan/plan'
import type { EditedService } from './services/use-service-editor'
import type { ShallowRef } from 'vue'
import { shallowRef } from 'vue'

/** What stands over the page, if anything. Any screen can ask for it; the shell shows it. */
export type OpenDialog
  = | { kind: 'log-binding', numberId: string | null, service: ServiceRef | null }
    | { kind: 'guide', provider: ProviderRef }
    | { kind: 'service', service: EditedService, onSaved: ((id: string) => void) | undefined }
    | { kind: 'put-off-reason' } & Pick<Task, 'numberId' | 'key'>

type Dialogs = {
  open: ShallowRef<OpenDialog | null>
  /** Log a binding, on the given number or on one picked in the form; the service may be filled in. */
  logBinding: (numberId?: string | null, service?: ServiceRef | null) => void
  /** Write or correct the guide to a provider. */
  editGuide: (provider: ProviderRef) => void
  /** Add a service or correct one; `onSaved` is told its id. */
  editService: (service: EditedService, onSaved?: (id: string) => void) => void
  /** Say why a task was put off, or say it in other words. */
  putOffReason: (task: Pick<Task, 'numberId' | 'key'>) => void
  close: () => void
}

const open = shallowRef<OpenDialog | null>(null)

/** The dialogs of the app. */
export function useDialogs(): Dialogs {
  return {
    open,
    logBinding(numberId = null, service = null) {
      open.value = { kind: 'log-binding', numberId, service }
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
