/** A key press, as the page sees it. */
export type KeyPress = { code: string, key: string, ctrlKey: boolean, altKey: boolean, shiftKey: boolean, metaKey: boolean }

/** Why keys cannot be a shortcut from anywhere: no such key, one that types, or keys that programs or the system use. */
export type Unfit = 'key' | 'modifier' | 'used'

/** In the order in which they are written. */
const MODIFIERS = ['Command', 'Control', 'Alt', 'Shift'] as const
const KEY = /^(?:[A-Z\d]|F(?:[1-9]|1\d|2[0-4])|Space)$/
const MODIFIER_CODE = /^(?:Control|Shift|Alt|Meta)(?:Left|Right)$|^(?:OS(?:Left|Right)|CapsLock|Fn)$/

/** What the system, every program or this one uses with two modifiers, or with none. */
const USED = {
  pc: ['Alt+F4', 'Control+F4', 'Alt+Space', 'F11', 'F12', 'Control+Shift+Z', 'Control+Shift+V'],
  mac: ['F11', 'Command+Shift+Z', 'Command+Alt+Shift+V', 'Command+Control+F', 'Command+Control+Q', 'Command+Shift+Q', 'Command+Shift+3', 'Command+Shift+4', 'Command+Shift+5', 'Command+Alt+Space', 'Command+Control+Space', 'Control+Alt+Space'],
} as const

/** The accelerator of what is pressed, or why it is none; null while only modifiers are held. */
export function acceleratorOf(press: KeyPress, isMac: boolean): { accelerator: string } | { unfit: Unfit } | null {
  if (MODIFIER_CODE.test(press.code))
    return null
  // The key with the system's own mark belongs to the system.
  if (press.metaKey && !isMac)
    return { unfit: 'used' }
  const isHeld = { Command: press.metaKey, Control: press.ctrlKey, Alt: press.altKey, Shift: press.shiftKey }
  const accelerator = [...MODIFIERS.filter(modifier => isHeld[modifier]), keyOf(press) ?? '?'].join('+')
  const unfit = unfitReason(accelerator, isMac)
  return unfit === null ? { accelerator } : { unfit }
}

/** Why an accelerator cannot be the shortcut; null where it can. */
export function unfitReason(accelerator: string, isMac: boolean): Unfit | null {
  const { modifiers, key } = partsOf(accelerator)
  const places = modifiers.map(modifier => MODIFIERS.findIndex(known => known === modifier))
  if (places.some((place, index) => place <= (places[index - 1] ?? -1)) || (modifiers.includes('Command') && !isMac))
    return 'key'
  const isFunctionKey = /^F\d+$/.test(key)
  if (!isFunctionKey && modifiers.every(modifier => modifier === 'Shift'))
    return 'modifier'
  if (!KEY.test(key))
    return 'key'
  // Ctrl or Cmd with one letter is copy, find, bold …: taken here, it would be gone everywhere.
  const isPlain = modifiers.length === 1 && (modifiers[0] === 'Command' || modifiers[0] === 'Control') && !isFunctionKey
  const used: readonly string[] = isMac ? USED.mac : USED.pc
  return isPlain || used.includes(accelerator) ? 'used' : null
}

/** The same as it is written for `keyText`: `Ctrl Shift B`, where Ctrl stands for ⌘ on a Mac. */
export function keysOf(accelerator: string, isMac: boolean): string {
  const { modifiers, key } = partsOf(accelerator)
  return [...modifiers.map(modifier => ({ Command: 'Ctrl', Control: isMac ? '⌃' : 'Ctrl' })[modifier] ?? modifier), key].join(' ')
}

function partsOf(accelerator: string): { modifiers: string[], key: string } {
  const parts = accelerator.split('+')
  return { modifiers: parts.slice(0, -1), key: parts.at(-1) ?? '' }
}

/** The letter as the layout writes it; where a modifier makes it another sign, the letter that stands there on a US keyboard. */
function keyOf({ code, key }: KeyPress): string | null {
  if (/^[a-z]$/i.test(key))
    return key.toUpperCase()
  return KEY.test(code) ? code : /^(?:Key|Digit)([A-Z\d])$/.exec(code)?.[1] ?? null
}
