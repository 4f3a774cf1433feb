import type { Action } from '../../src/core/actions/action'
import type { Language } from '../../src/core/records/settings'
import type { Component } from 'vue'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import metadata from 'libphonenumber-js/max/metadata'
import facts from 'virtual:catalog/facts'
import { afterEach } from 'vitest'
import { h, shallowRef } from 'vue'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { loadSample } from '../../src/core/actions/load-sample'
import { createCatalog } from '../../src/core/catalog/catalog'
import { createPhoneKit } from '../../src/core/phone/phone-kit'
import { createAppI18n } from '../../src/renderer/app/i18n'
import { pages as allPages } from '../../src/renderer/app/pages'
import KitProvider from '../../src/renderer/app/shell/KitProvider.vue'
import { createUntether, untetherKey } from '../../src/renderer/app/untether'
import { loadGuides } from '../../src/renderer/composables/use-guides'
import { filesBridge } from '../fixtures/files-bridge'
import type { Disk } from '../data/open'
import type { World } from '../../src/data/record'
import { newDisk, openOn, TODAY } from '../data/open'
import { settle, written } from './page'

export type AppOptions = {
  language?: Language
  isSample?: boolean
  /** The pages a test looks at, by name of their route; the others are blank. */
  pages?: Record<string, Component>
  /** A part of the shell that stands beside the page. */
  beside?: Component
  /** Another disk than a new one, another clock. */
  disk?: Disk
  world?: Partial<World>
  /** Calls that answer otherwise than in a fresh profile. */
  bridge?: Partial<ReturnType<typeof filesBridge>>
}

const blank: Component = { inheritAttrs: false, render: () => null }

// Hooks run last one first: what a test file cleans up by itself, then the app, then the page.
afterEach(() => {
  document.body.innerHTML = ''
})
enableAutoUnmount(afterEach)

/** A running app: a real record on a disk of its own, the real catalogue and addresses, no window. */
export async function startApp({ language = 'en', isSample = false, pages = {}, beside, disk = newDisk(), world = {}, bridge = {} }: AppOptions = {}) {
  const opening = await openOn(disk, world)
  const record: typeof opening = {
    ...opening,
    commit: (...given) => written(opening.commit(...given)),
    undo: () => written(opening.undo()),
    redo: () => written(opening.redo()),
    attach: file => written(opening.attach(file)),
  }
  if (isSample)
    await record.commit(loadSample, { language })
  await loadGuides()
  const i18n = await createAppI18n(language)
  const opened: string[] = []
  const copied: string[] = []
  const untether = createUntether({
    info: { version: '0.1.0', electron: '45', chrome: '150', node: '24', platform: 'linux', arch: 'x64', dataFolder: '/data', logFolder: '/log', isPackaged: false, isOldRuntime: false, systemLanguage: language, shell: null, privacy: { lockAfterMinutes: 5, isCaptureBlocked: false }, demo: false },
    catalog: createCatalog(facts),
    phone: createPhoneKit(metadata),
    record,
    today: shallowRef(TODAY),
    bridge: {
      openDataFolder: async () => undefined,
      licences: async () => [],
      ...filesBridge(),
      ...bridge,
      copyText: async text => void copied.push(text),
      openExternal: async (url) => {
        opened.push(url)
        return 'opened'
      },
    },
  })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: allPages.map(({ path, name }) => ({ path, name, component: pages[name] ?? blank, props: true })),
  })
  await router.push('/')
  const wrapper = mount(KitProvider, {
    slots: { default: () => [RouterView, ...beside ? [beside] : []].map(part => h(part)) },
    global: { plugins: [i18n, router], stubs: { 'transition': false, 'transition-group': false }, provide: { [untetherKey as symbol]: untether } },
    attachTo: document.body,
  })
  await flushPromises()

  async function goTo(path: string): Promise<void> {
    await router.push(path)
    await settle()
  }

  async function act<Input, Value>(action: Action<Input, Value>, input: Input): Promise<Value> {
    const outcome = await record.commit(action, input)
    if (!outcome.ok)
      throw new Error(`refused: ${outcome.refused}`)
    await flushPromises()
    return outcome.value
  }

  function numberId(last4: string): string {
    return [...record.facts().numbers.values()].find(number => number.e164.endsWith(last4))!.id
  }

  return { record, untether, router, opened, copied, goTo, act, numberId, unmount: () => wrapper.unmount() }
}
