import type { Role } from '../../core/records/binding'
import type { InjectionKey } from 'vue'
import { inject } from 'vue'
import { ui } from '../../shared/locales/en/ui'

type Leaf<Shape, Prefix extends string = ''> = { [Key in keyof Shape & string]: Shape[Key] extends string ? `${Prefix}${Key}` : Leaf<Shape[Key], `${Prefix}${Key}.`> }[keyof Shape & string]
/** Key below `ui` in the locale files: `close`, `gates.shut`. */
export type UiKey = Leaf<typeof ui>

/** What parts need of the app around them: their words in the language on screen, and the keyboard's kind. */
export type Kit = {
  say: (key: UiKey, params?: Record<string, string | number>) => string
  roleName: (role: Role) => string
  /** Joins names as the language does: `text codes and recovery`. */
  list: (names: readonly string[]) => string
  /** BCP 47 tag for dates: `en-GB`, `zh-CN`. */
  locale: () => string
  /** Whether Ctrl is written ⌘. */
  isMac: boolean
}

export const kitKey: InjectionKey<Kit> = Symbol('kit')

/** English words on a PC keyboard: for a part that stands alone, as in its tests. */
const plainKit: Kit = {
  say(key, params = {}) {
    const text = key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], ui)
    return String(text).replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
  },
  roleName: role => role,
  list: names => names.join(', '),
  locale: () => 'en-GB',
  isMac: false,
}

/** The words and keyboard that `KitProvider` gives. */
export function useKit(): Kit {
  return inject(kitKey, plainKit)
}
