import type { Action } from '../../../src/core/actions/action'
import type { Language } from '../../../src/core/records/settings'
import { flushPromises, mount } from '@vue/test-utils'
import metadata from 'libphonenumber-js/max/metadata'
import { shallowRef } from 'vue'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import facts from 'virtual:catalog/facts'
import { loadSample } from '../../../src/core/actions/load-sample'
import { createCatalog } from '../../../src/core/catalog/catalog'
import { createPhoneKit } from '../../../src/core/phone/phone-kit'
import { createAppI18n } from '../../../src/renderer/app/i18n'
import KitProvider from '../../../src/renderer/app/shell/KitProvider.vue'
import { createUntether, untetherKey } from '../../../src/renderer/app/untether'
import { loadGuides } from '../../../src/renderer/composables/use-guides'
import { page as firstStart } from '../../../src/renderer/features/first-start/page'
import { page as list, pages } from '../../../src/renderer/features/numbers/page'
import { timelineOf } from '../../../src/data/queries/timeline'
import { newDisk, openOn, TODAY } from '../../data/open'

export { TODAY }

/** The pages of this folder in a running app: a real record on a disk of its own, the real catalogue, no window. */
export async function startNumbers({ language = 'en', isSample = false }: { language?: Language, isSample?: boolean } = {}) {
  const { record, db } = await openOn(newDisk())
  if (isSample)
    await record.commit(loadSample, { language })
  await loadGuides()
  const i18n = await createAppI18n(language)
  const copied: string[] = []
  const untether = createUntether({
    info: { version: '0.1.0', electron: '45', chrome: '150', node: '24', platform: 'linux', arch: 'x64', dataFolder: '/data', logFolder: '/log', isPackaged: false, isOldRuntime: false, systemLanguage: language, shell: null, demo: false },
    catalog: createCatalog(facts),
    phone: createPhoneKit(metadata),
    record,
    today: shallowRef(TODAY),
    bridge: {
      openDataFolder: async () => undefined,
      licences: async () => [],
      copyText: async text => void copied.push(text),
      openExternal: async () => 'opened',
    },
    timeline: (numberId, limit) => timelineOf(db, numberId, limit),
  })
  const elsewhere = { render: () => null }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      ...[list, firstStart, ...pages].map(({ path, name, component }) => ({ path, name, component, props: true })),
      { path: '/', name: 'today', component: elsewhere },
      { path: '/numbers/:id/plan', name: 'plan', component: elsewhere },
    ],
  })
  const app = mount(KitProvider, {
    slots: { default: RouterView },
    global: { plugins: [i18n, router], stubs: { 'transition': false, 'transition-group': false }, provide: { [untetherKey as symbol]: untether } },
    attachTo: document.body,
  })

  async function goTo(path: string): Promise<void> {
    await router.push(path)
    await settle()
  }

  async function act<Input, Value>(action: Action<Input, Value>, input: Input): Promise<Value> {
    const outcome = await record.commit(action, input)
    if (!outcome.ok)
      throw new Error(`refused: ${outcome.refused}`)
    await settle()
    return outcome.value
  }

  function numberId(last4: string): string {
    return [...record.facts().numbers.values()].find(number => number.e164.endsWith(last4))!.id
  }

  return { app, record, untether, router, i18n, copied, goTo, act, numberId }
}

/** Writing to the disk and loading a page take a few turns. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 15; turn++)
    await new Promise(resolve => setTimeout(resolve, 2))
  await flushPromises()
}

/** Waits until something holds: a page or part that loads when it is first shown takes its time. */
export async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 200 && !holds(); turn++)
    await settle()
}
