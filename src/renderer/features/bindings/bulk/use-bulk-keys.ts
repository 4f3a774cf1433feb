import type { BulkAct } from './use-bulk'
import { onBeforeUnmount, onMounted } from 'vue'

/** The key of each act, as the bar shows it. */
export const BULK_KEYS = { moved: 'M', replacement: 'R', due: 'D', waived: 'W', verified: 'V', roles: 'U', number: 'N' } as const satisfies Partial<Record<BulkAct, string>>

/** Letters while nobody types and nothing stands over the page. */
export function useBulkKeys(act: (act: BulkAct) => boolean): void {
  function press(event: KeyboardEvent): void {
    const found = Object.entries(BULK_KEYS).find(([, key]) => key === event.key.toUpperCase())?.[0] as BulkAct | undefined
    if (!found || event.defaultPrevented || event.repeat || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTaken(event))
      return
    if (act(found))
      event.preventDefault()
  }
  onMounted(() => document.addEventListener('keydown', press))
  onBeforeUnmount(() => document.removeEventListener('keydown', press))
}

function isTaken({ target }: KeyboardEvent): boolean {
  return document.querySelector('[role=dialog], [role=menu], [role=listbox]') !== null
    || (target instanceof Element && target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]') !== null)
}
