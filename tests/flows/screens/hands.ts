import type { Locator, Page } from 'playwright-core'

/** One way to work the window: the page models say what is done, a hand says how. */
export type Hand = {
  kind: 'keyboard' | 'mouse'
  /** Works a button, link, tab, tick or radio button. */
  press: (control: Locator) => Promise<void>
  /** Replaces what a text field holds. */
  write: (field: Locator, text: string) => Promise<void>
  /** Types into a field that searches and takes one of what it offers. */
  pick: (field: Locator, text: string, option: Locator) => Promise<void>
}

/** Presses of a key after which a control counts as out of reach. */
const PATIENCE = 120

/** Keys only: Tab and arrows to get there, Enter or Space to work it. Nothing is clicked or focused by the test. */
export function keyboardHand(page: Page): Hand {
  async function press(control: Locator): Promise<void> {
    await reach(page, control)
    const kind = await control.evaluate(element => element.getAttribute('role') ?? (element as HTMLInputElement).type ?? '')
    // Arrows have chosen a radio button and a tab already.
    if (kind !== 'radio' && kind !== 'tab')
      await page.keyboard.press(kind === 'checkbox' ? 'Space' : 'Enter')
  }

  async function write(field: Locator, text: string): Promise<void> {
    await reach(page, field)
    await page.keyboard.press('Control+A')
    await page.keyboard.press('Delete')
    await type(page, text)
  }

  return {
    kind: 'keyboard',
    press,
    write,
    async pick(field, text, option) {
      await write(field, text)
      await option.waitFor()
      for (let step = 0; !await isMarked(option); step++) {
        if (step > PATIENCE)
          throw new Error(`arrows do not reach ${String(option)}`)
        await page.keyboard.press('ArrowDown')
      }
      await page.keyboard.press('Enter')
    },
  }
}

/** The mouse only, and keys for the text of a field that was clicked. */
export function mouseHand(page: Page): Hand {
  async function write(field: Locator, text: string): Promise<void> {
    await field.click({ clickCount: 3 })
    // What the clicks selected is typed over; where nothing comes instead, it is deleted.
    if (text === '')
      await page.keyboard.press('Delete')
    else
      await type(page, text)
  }
  return {
    kind: 'mouse',
    press: control => control.click(),
    write,
    async pick(field, text, option) {
      await write(field, text)
      await option.click()
    },
  }
}

/** Types key by key; what nobody would type is put in at once. */
function type(page: Page, text: string): Promise<void> {
  return text.length > 100 ? page.keyboard.insertText(text) : page.keyboard.type(text)
}

/** Moves the keyboard to a control with Tab, and with arrows inside a group that Tab enters once. */
export async function reach(page: Page, control: Locator): Promise<void> {
  await control.waitFor()
  for (let step = 0; step < PATIENCE; step++) {
    const way = await control.evaluate(wayTo)
    if (way === 'here')
      return
    await page.keyboard.press(way)
  }
  throw new Error(`keys do not reach ${String(control)}`)
}

/** The key that leads on towards an element from where the keyboard is; runs in the page. */
function wayTo(element: Element): string {
  const now = document.activeElement
  if (now === element)
    return 'here'
  const groups = '[role=tablist], [role=radiogroup], [role=menu], fieldset:has(input[type=radio])'
  const group = element.closest(groups)
  const isRow = (item: Element | null): boolean => item?.matches('[data-plan-row], [data-row], [data-task-row]') === true
  const isInGroup = now !== null && ((group !== null && group === now.closest(groups)) || (isRow(element) && isRow(now)))
  if (!isInGroup)
    return 'Tab'
  const isAhead = (now.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  const isAcross = group !== null && group.getAttribute('role') !== 'menu'
  return isAhead ? (isAcross ? 'ArrowRight' : 'ArrowDown') : (isAcross ? 'ArrowLeft' : 'ArrowUp')
}

function isMarked(option: Locator): Promise<boolean> {
  return option.evaluate(element => element.hasAttribute('data-highlighted') || element.getAttribute('aria-selected') === 'true')
}
