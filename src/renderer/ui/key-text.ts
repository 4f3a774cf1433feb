/** `Ctrl Shift Z` as it is written on this keyboard. */
export function keyText(keys: string, isMac: boolean): string {
  if (!isMac)
    return keys
  return keys.split(' ').map(key => ({ Ctrl: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↵' })[key] ?? key).join('')
}

/** The same for `aria-keyshortcuts`: `Control+Shift+Z`. */
export function keyShortcut(keys: string, isMac: boolean): string {
  return keys.split(' ').map(key => key === 'Ctrl' ? (isMac ? 'Meta' : 'Control') : key).join('+')
}
