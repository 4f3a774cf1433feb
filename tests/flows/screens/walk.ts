import type { Page } from 'playwright-core'

/** What is wrong with a screen for somebody who has no mouse, or a small window. */
export type Walk = {
  /** Controls in sight that Tab and arrows do not reach. */
  missed: string[]
  /** Controls that look the same with the keyboard on them. */
  unmarked: string[]
  /** Places that scroll sideways. */
  sideways: string[]
}

/** Goes once round the screen, or the dialog over it, with Tab. */
export async function walkByTab(page: Page): Promise<Walk> {
  // A control under the mouse looks different for another reason.
  await page.mouse.move(1, 1)
  const presses = await page.evaluate(beginWalk)
  for (let press = 0; press < presses; press++)
    void page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  return page.evaluate(endWalk)
}

type Look = Record<string, string>
type Walking = { expected: Element[], met: Map<Element, Look[]>, stop: () => void, lookOf: (element: Element) => Look[], nameOf: (element: Element) => string }

/** Runs in the page: notes what must be reached, and from now on what is. */
function beginWalk(): number {
  const CONTROLS = 'a[href], button, input, select, textarea, summary, [tabindex], [role=spinbutton]'
  /** Groups that Tab enters once; arrows go on inside. */
  const ROVING = '[role=tab], [role=menuitem], [role=option], [data-plan-row], [data-task-row], [data-row], [data-row-of] button, .task-row [role=checkbox], .task-row .row-more, table[role=grid] *'
  const dialogs = [...document.querySelectorAll('[role=alertdialog], [role=dialog]')].filter(dialog => dialog.checkVisibility())
  const scope = dialogs.at(-1) ?? document.body
  const isShown = (element: Element): boolean => element.checkVisibility({ checkVisibilityCSS: true })
    && element.getBoundingClientRect().width > 1
    && element.closest('[aria-hidden=true], [inert]') === null
  const all = [...scope.querySelectorAll<HTMLElement>(CONTROLS)].filter(element => isShown(element) && !element.matches(':disabled'))
  const isOther = (element: HTMLElement): boolean => element instanceof HTMLInputElement && element.type === 'radio' && !element.checked && all.some(item => item instanceof HTMLInputElement && item.name === element.name && item.checked)
  const isControl = (element: HTMLElement): boolean => element.matches('a, button, input, select, textarea, summary')
  /** A part of a field that only helps the mouse: the field itself opens by keys. */
  const isHelper = (element: HTMLElement): boolean => element.parentElement?.querySelector('[role=combobox]') !== null && element.tabIndex < 0
  const expected = all.filter(element => !isOther(element) && (element.tabIndex >= 0 || (isControl(element) && !element.matches(ROVING) && !isHelper(element))))

  const met = new Map<Element, Look[]>()
  const look = (element: Element, pseudo?: string): Look => {
    const style = getComputedStyle(element, pseudo)
    return { outline: style.outlineStyle === 'none' ? 'none' : `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor}`, shadow: style.boxShadow, background: style.backgroundColor, border: style.borderColor }
  }
  const lookOf = (element: Element): Look[] => {
    const chain: Look[] = [look(element), look(element, '::after')]
    for (let up = element.parentElement, step = 0; up && step < 4; up = up.parentElement, step++)
      chain.push(look(up))
    return chain
  }
  const note = (event: Event): void => {
    if (event.target instanceof Element && !met.has(event.target))
      met.set(event.target, lookOf(event.target))
  }
  const nameOf = (element: Element): string => `${element.tagName.toLowerCase()}${element.getAttribute('role') ? `[${element.getAttribute('role')}]` : ''} "${(element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.textContent ?? element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 60)}"`
  document.addEventListener('focusin', note, true)
  if (document.activeElement instanceof HTMLElement)
    document.activeElement.blur()
  Object.assign(window, { walking: { expected, met, stop: () => document.removeEventListener('focusin', note, true), lookOf, nameOf } satisfies Walking })
  return expected.length + 12
}

/** Runs in the page: what was not met, and what did not show it. */
function endWalk(): Walk {
  const { expected, met, stop, lookOf, nameOf } = Reflect.get(window, 'walking') as Walking
  stop()
  if (document.activeElement instanceof HTMLElement)
    document.activeElement.blur()
  const sideways = [document.documentElement, ...document.querySelectorAll('main')].filter(place => place.scrollWidth > place.clientWidth)
  return {
    missed: expected.filter(element => element.isConnected && !met.has(element)).map(nameOf),
    unmarked: [...met].filter(([element, seen]) => element.isConnected && element !== document.body && JSON.stringify(lookOf(element)) === JSON.stringify(seen)).map(([element]) => nameOf(element)),
    sideways: sideways.map(place => `${place.tagName.toLowerCase()} ${place.scrollWidth} > ${place.clientWidth}`),
  }
}
