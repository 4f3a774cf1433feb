import { onBeforeUnmount, onMounted } from 'vue'

/** Keys that the plan answers while nobody types and nothing stands over it. `isRepeated` keys may be held down. */
export function usePlanKeys(keys: Readonly<Record<string, (event: KeyboardEvent) => void>>, isRepeated: readonly string[] = []): void {
  function press(event: KeyboardEvent): void {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const answer = keys[key]
    if (!answer || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTaken(event))
      return
    if (event.repeat && !isRepeated.includes(key))
      return
    event.preventDefault()
    answer(event)
  }
  onMounted(() => window.addEventListener('keydown', press))
  onBeforeUnmount(() => window.removeEventListener('keydown', press))
}

/** Keys that what has the focus wants for itself. */
function isTaken({ target, key }: KeyboardEvent): boolean {
  if (document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]'))
    return true
  if (!(target instanceof HTMLElement))
    return false
  if (target.isContentEditable || target.matches('input:not([type="checkbox"]):not([type="radio"]), textarea, select, [role="spinbutton"]'))
    return true
  const isRow = target.closest('[data-plan-row]') !== null
  if (key === ' ' || key === 'Enter')
    return !isRow && target.matches('button, a, summary, input, [role="button"], [role="checkbox"], [role="tab"]')
  return key.startsWith('Arrow') && target.matches('[role="tab"], input[type="radio"], [role="radio"]')
}
