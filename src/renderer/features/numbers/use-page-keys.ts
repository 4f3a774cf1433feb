import { onBeforeUnmount, onMounted } from 'vue'

/** Keys that a page answers while nobody types and nothing stands over it; what has the focus keeps its own keys. */
export function usePageKeys(keys: Readonly<Record<string, () => void>>): void {
  function press(event: KeyboardEvent): void {
    const answer = keys[event.key.toLowerCase()]
    if (!answer || event.defaultPrevented || event.repeat || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTaken(event))
      return
    event.preventDefault()
    answer()
  }
  onMounted(() => window.addEventListener('keydown', press))
  onBeforeUnmount(() => window.removeEventListener('keydown', press))
}

function isTaken({ target, key }: KeyboardEvent): boolean {
  if (document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]'))
    return true
  if (!(target instanceof HTMLElement))
    return false
  return target.isContentEditable
    || target.matches('input:not([type="checkbox"]):not([type="radio"]), textarea, select')
    || (key === ' ' && target.matches('button, a, input, [role="button"], [tabindex]:not([tabindex="-1"])'))
}
