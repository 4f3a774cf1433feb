import type { Shortcut } from '../shortcut'
import type { HandlersOf } from './index'
import { parseShortcut } from '../shell-state'
import { nothing } from './takes'

/** What these calls need from the rest of the shell. */
export type ShortcutCallsContext = {
  shortcut: Shortcut
}

/** What the window asks of the keys that work in any program. */
export function shortcutCalls({ shortcut }: ShortcutCallsContext): HandlersOf<'shortcut'> {
  return {
    'shortcut:status': { takes: nothing, does: shortcut.status },
    'shortcut:set': {
      takes([accelerator, ...rest]) {
        const parsed = parseShortcut(accelerator)
        return rest.length === 0 && parsed === accelerator ? [parsed] : null
      },
      does: shortcut.set,
    },
    'shortcut:take-press': { takes: nothing, does: shortcut.takePress },
  } satisfies HandlersOf<'shortcut'>
}
