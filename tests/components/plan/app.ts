import type { Action } from '../../../src/core/actions/action'
import type { Language } from '../../../src/core/records/settings'
import type { Component } from 'vue'
import { flushPromises, mount } from '@vue/test-utils'
import metadata from 'libphonenumber-js/max/metadata'
import { h, shallowRef } from 'vue'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import facts from 'virtual:catalog/facts'
import { loadSample } from '../../../src/core/actions/load-sample'
import { createCatalog } from '../../../src/core/catalog/catalog'
import { createPhoneKit } from '../../../src/core/phone/phone-kit'
import { createAppI18n } from '../../../src/renderer/app/i18n'
import KitProvider from '../../../src/renderer/app/shell/KitProvider.vue'
import { createUntether, untetherKey } from '../../../src/renderer/app/untether'
import { loadGuides } from '../../../src/renderer/composables/use-guides'
import PlanPage from '../../../src/renderer/features/plan/PlanPage.vue'
import { newDisk, openOn, TODAY } from '../../data/open'

export { TODAY }

type Options = { language?: Language, isSample?: boolean, beside?: Component }

/** The app around the plan: a real record on a disk of its own, the real catalogue, a router, no window. */
export async function startApp({ language = 'en', isSample = true, beside }: Options = {}) {
  const { record } = await openOn(newDisk())
  if (isSample)
    await record.commit(loadSample, { language })
  await loadGuides()
  const i18n = await createAppI18n(language)
  const opened: string[] = []
  const untether = createUntether({
    info: { version: '0.1.0', electron: '45', chrome: '150', node: '24', platform: 'linux', arch: 'x64', dataFolder: '/data', logFolder: '/log', isPackaged: false, isOldRuntime: false, systemLanguage: language, shell: null, demo: false },
    catalog: createCatalog(facts),
    phone: createPhoneKit(metadata),
    record,
    today: shallowRef(TODAY),
    bridge: {
      openDataFolder: async () => undefined,
      licences: async () => [],
      copyText: async () => undefined,
      openExternal: async (url) => {
        opened.push(url)
        return 'opened'
      },
    },
    timeline: async () => [],
  })
  const page = { render: () => null }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', name: 'today', component: page },
      { path: '/numbers', name: 'numbers', component: page },
      { path: '/numbers/new', name: 'add-number', component: page },
      { path: '/numbers/:id/plan', name: 'plan', component: PlanPage, props: true },
      { path: '/numbers/:id/:tab?', name: 'number', component: page },
    ],
  })
  await router.push('/')
  const root = { render: () => [h(RouterView), ...beside ? [h(beside)] : []] }
  const wrapper = mount(KitProvider, { slots: { default: root }, global: { plugins: [i18n, router], stubs: { 'transition': false, 'transition-group': false }, provide: { [untetherKey as symbol]: untether } }, attachTo: document.body })

  async function press(key: string, options: KeyboardEventInit = {}): Promise<void> {
    const target = document.activeElement ?? document.body
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options })
    target.dispatchEvent(event)
    // What the engine does by itself: Space and Enter press the button in focus.
    if (!event.defaultPrevented && target instanceof HTMLButtonElement && (key === ' ' || key === 'Enter'))
      target.click()
    await settle()
  }

  async function act<Input, Value>(action: Action<Input, Value>, input: Input): Promise<Value> {
    const outcome = await record.commit(action, input)
    if (!outcome.ok)
      throw new Error(`refused: ${outcome.refused}`)
    return outcome.value
  }

  async function goTo(numberId: string, task?: string): Promise<void> {
    await router.push({ name: 'plan', params: { id: numberId }, query: task ? { task } : {} })
    await settle()
  }

  function numberId(last4: string): string {
    return [...record.facts().numbers.values()].find(number => number.e164.endsWith(last4))!.id
  }

  return { wrapper, record, untether, router, opened, press, act, goTo, numberId }
}

/** Writing to the disk takes a few turns. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn++)
    await new Promise(resolve => setTimeout(resolve, 2))
  await flushPromises()
}

/** Waits for a part that loads when it is first asked for. */
export async function appears(selector: string): Promise<HTMLElement> {
  for (let turn = 0; turn < 200 && !document.querySelector(selector); turn++)
    await settle()
  return find(selector)
}

/** Types into a field, in place of what stands in it. */
export function type(field: Element | null, text: string): void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement))
    throw new Error('nothing to type into')
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Text as it is read, without the spaces that keep a figure and its unit together. */
export function textOf(selector: string): string {
  return find(selector).textContent?.replaceAll('\u00A0', ' ') ?? ''
}

export function find<E extends Element = HTMLElement>(selector: string): E {
  const element = document.querySelector<E & Element>(selector)
  if (!element)
    throw new Error(`nothing there: ${selector}`)
  return element
}

/** The button, link or tick with this name. */
export function named(name: string | RegExp, role = 'button, [role=checkbox], [role=link], [role=tab]'): HTMLElement {
  const fits = (element: Element): boolean => {
    const text = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? ''
    return typeof name === 'string' ? text === name || text.startsWith(name) : name.test(text)
  }
  const element = [...document.querySelectorAll<HTMLElement>(role)].find(fits)
  if (!element)
    throw new Error(`nothing is called ${name}`)
  return element
}
