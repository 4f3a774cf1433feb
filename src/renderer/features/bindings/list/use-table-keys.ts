import type { BindingRow } from '../../../../core/bindings/binding-row'
import type { Selection } from './use-selection'

type Acts = {
  /** Brings the keys to a row, whether it is drawn or not. */
  focus: (row: BindingRow) => void
  open: (row: BindingRow) => void
  menu: (row: BindingRow) => void
  /** Rows that a page holds. */
  page: () => number
}

/**
 * Keys of the table: up and down (or J and K), Home, End and a page at a time walk the rows, with Shift they select; Space or X
 * selects one, Ctrl+A all, Enter opens, Esc lets go.
 */
export function useTableKeys(rows: () => readonly BindingRow[], selection: Selection, { focus, open, menu, page }: Acts): (event: KeyboardEvent) => void {
  function walk(to: number, isExtending: boolean): void {
    const row = rows()[Math.min(Math.max(to, 0), rows().length - 1)]
    if (!row)
      return
    if (isExtending)
      selection.extendTo(row.id)
    else
      selection.visit(row.id)
    focus(row)
  }

  function target({ key }: KeyboardEvent): number | undefined {
    const at = selection.at.value
    const steps: Record<string, number> = { ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1, Home: 0, End: rows().length - 1, PageDown: at + page(), PageUp: at - page() }
    return steps[key.length === 1 ? key.toLowerCase() : key]
  }

  function act(event: KeyboardEvent): boolean {
    const row = rows()[selection.at.value]
    const isRow = event.target instanceof Element && event.target.matches('[data-id]')
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    if (event.ctrlKey || event.metaKey) {
      if (key === 'a')
        selection.selectAll()
      return key === 'a'
    }
    if (event.altKey || !row)
      return false
    if (key === 'Escape' && selection.selected.value.length > 0)
      selection.clear()
    else if (isRow && key === ' ' && event.shiftKey)
      selection.extendTo(row.id)
    else if ((isRow && key === ' ') || key === 'x')
      selection.toggle(row.id)
    else if (isRow && key === 'Enter')
      open(row)
    else if (key === 'ContextMenu' || (key === 'F10' && event.shiftKey))
      menu(row)
    else
      return false
    return true
  }

  return (event) => {
    if (event.defaultPrevented || event.isComposing)
      return
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
    const to = isPlain || event.key === 'Home' || event.key === 'End' ? target(event) : undefined
    if (to !== undefined)
      walk(to, event.shiftKey)
    else if (!act(event))
      return
    event.preventDefault()
  }
}
