import type { CallName, Calls } from '../../shared/ipc'
import type { AppContext } from './app-calls'
import type { FilesContext } from './files-calls'
import type { ShortcutCallsContext } from './shortcut-calls'
import type { StorageContext } from './storage-calls'
import type { Takes } from './takes'
import type { VaultContext } from './vault-calls'
import { appCalls } from './app-calls'
import { filesCalls } from './files-calls'
import { shortcutCalls } from './shortcut-calls'
import { storageCalls } from './storage-calls'
import { vaultCalls } from './vault-calls'

/** One call: how its arguments are checked, and what it does. */
export type Handler<C extends CallName> = {
  takes: Takes<Parameters<Calls[C]>>
  does: (...args: Parameters<Calls[C]>) => ReturnType<Calls[C]> | Promise<ReturnType<Calls[C]>>
}
export type Handlers = { readonly [C in CallName]: Handler<C> }
/** Those whose names begin so: `vault:` … */
export type HandlersOf<Area extends string> = { readonly [C in Extract<CallName, `${Area}:${string}`>]: Handler<C> }

/** The table of all calls. A call of the contract that is missing here does not compile. */
export function makeHandlers(context: AppContext & ShortcutCallsContext & VaultContext & StorageContext & FilesContext): Handlers {
  return { ...appCalls(context), ...shortcutCalls(context), ...vaultCalls(context), ...storageCalls(context), ...filesCalls(context) } satisfies Handlers
}
