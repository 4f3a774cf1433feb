/** Arrow keys walk the rows of a list: whatever in them is marked `data-row`. Home and End go to the ends. */
export function walkRows(event: KeyboardEvent): void {
  if (!(event.currentTarget instanceof HTMLElement) || !(event.target instanceof HTMLElement))
    return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
  const at = rows.findIndex(row => row.contains(event.target as Node) || row.closest('[data-row-of]')?.contains(event.target as Node) === true)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
  const row = to === undefined ? undefined : rows[to]
  if (!row || at < 0)
    return
  event.preventDefault()
  row.focus()
}
