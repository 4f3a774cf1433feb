const REACHED_BY_TAB = 'a[href], button, input, select, textarea, summary, [tabindex="0"]'

/** Keeps Tab inside a dialog: after the last control comes the first. The kit's own trap opens once a list was shown in it. */
export function loopTab(event: KeyboardEvent): void {
  if (!(event.currentTarget instanceof HTMLElement))
    return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(REACHED_BY_TAB)].filter(element => element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility())
  const [first, last] = [all[0], all.at(-1)]
  const [edge, next] = event.shiftKey ? [first, last] : [last, first]
  if (!edge || !next || document.activeElement !== edge)
    return
  event.preventDefault()
  next.focus()
}
