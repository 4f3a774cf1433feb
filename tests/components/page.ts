import { flushPromises } from '@vue/test-utils'

/** Changes that are being written. */
const writing = new Set<Promise<unknown>>()

/** Has `settle` wait until it is written, however slow the machine is. */
export async function written<T>(work: Promise<T>): Promise<T> {
  writing.add(work)
  try {
    return await work
  }
  finally {
    writing.delete(work)
  }
}

/** A few turns for what the page does by itself, and as many as it takes for what is being written. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20 || (writing.size > 0 && turn < 2000); turn++)
    await new Promise(resolve => setTimeout(resolve, 2))
  await flushPromises()
}

/** Waits until something holds: a page or part that loads when it is first shown takes its time. */
export async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 200 && !holds(); turn++)
    await settle()
}

/** Waits for what loads when it is first asked for. */
export async function appears(selector: string): Promise<HTMLElement> {
  await until(() => document.querySelector(selector) !== null)
  return find<HTMLElement>(selector)
}

/** What is there; a test that looks for what is not fails here. */
export function find<E extends Element = HTMLElement>(selector: string): E {
  const element = document.querySelector<E>(selector)
  if (!element)
    throw new Error(`nothing there: ${selector}`)
  return element
}

/** The button, link or tick with this name. */
export function named(name: string | RegExp, role = 'button, [role=checkbox], [role=link], [role=tab]'): HTMLElement {
  const fits = (element: Element): boolean => {
    const text = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? ''
    return typeof name === 'string' ? text.startsWith(name) : name.test(text)
  }
  const element = [...document.querySelectorAll<HTMLElement>(role)].find(fits)
  if (!element)
    throw new Error(`nothing is called ${name}`)
  return element
}

/** Text as it is read, without the spaces that keep a figure and its unit together. */
export function textOf(selector: string): string {
  return find(selector).textContent?.replaceAll('\u00A0', ' ') ?? ''
}

/** Types into a field, in place of what stands in it. */
export function type(field: Element | null, text: string): void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement))
    throw new Error('nothing to type into')
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Presses a key where the keyboard is. */
export async function press(key: string, options: KeyboardEventInit = {}): Promise<void> {
  const target = document.activeElement ?? document.body
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options })
  target.dispatchEvent(event)
  // What the engine does by itself: Space and Enter press the button in focus.
  if (!event.defaultPrevented && target instanceof HTMLButtonElement && (key === ' ' || key === 'Enter'))
    target.click()
  await settle()
}

/** Sends off the form. */
export async function submit(): Promise<void> {
  find('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
  await settle()
}
