import type { Language } from '../../../src/core/records/settings'
import type { OpenRecord } from '../../../src/data/record'
import type { Untether } from '../../../src/renderer/app/untether'
import type { Component } from 'vue'
import { mount } from '@vue/test-utils'
import metadata from 'libphonenumber-js/max/metadata'
import { h, shallowRef } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import facts from 'virtual:catalog/facts'
import { loadSample } from '../../../src/core/actions/load-sample'
import { createCatalog } from '../../../src/core/catalog/catalog'
import { createPhoneKit } from '../../../src/core/phone/phone-kit'
import { createAppI18n } from '../../../src/renderer/app/i18n'
import KitProvider from '../../../src/renderer/app/shell/KitProvider.vue'
import { createUntether, untetherKey } from '../../../src/renderer/app/untether'
import { newDisk, openOn, TODAY } from '../../data/open'

export { TODAY }

/** A running app around one component: a real record on a disk of its own, no window. */
export async function mountInApp(component: Component, { language = 'en', isSample = true }: { language?: Language, isSample?: boolean } = {}) {
  const { record } = await openOn(newDisk())
  if (isSample)
    await record.commit(loadSample, { language })
  const i18n = await createAppI18n(language)
  const opened: string[] = []
  const untether = appOf(record, language, opened)
  const page = { render: () => null }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [['/', 'today'], ['/numbers', 'numbers'], ['/numbers/new', 'add-number'], ['/numbers/:id', 'number'], ['/numbers/:id/plan', 'plan'], ['/settings', 'settings']].map(([path, name]) => ({ path: path!, name: name!, component: page })),
  })
  await router.push('/')
  const wrapper = mount(KitProvider, { slots: { default: () => h(component) }, global: { plugins: [i18n, router], stubs: { Transition: false, TransitionGroup: false }, provide: { [untetherKey as symbol]: untether } }, attachTo: document.body })
  return { wrapper, record, untether, router, opened }
}

function appOf(record: OpenRecord, language: Language, opened: string[]): Untether {
  return createUntether({
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
}
