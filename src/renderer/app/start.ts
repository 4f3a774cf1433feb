import type { Day } from '../../core/lib/day'
import type { AppInfo } from '../../shared/ipc'
import type { VaultOpening } from '../../shared/vault'
import type { OpenRecord } from '../../data/record'
import type { Plugin, ShallowRef } from 'vue'
import { createApp, h, shallowRef, watch } from 'vue'
import * as z from 'zod/mini'
import { createCatalog } from '../../core/catalog/catalog'
import { dayOf } from '../../core/lib/day'
import { openFailureOf } from '../../data/database'
import App from './App.vue'
import { reportErrors } from './errors'
import { keepSafe } from './keeper'
import { refuseDrops } from './files/refuse-drops'
import { openWith } from './open'
import { createAppI18n, setLanguage } from './i18n'
import { latePhoneKit } from './phone'
import { createAppRouter } from './router'
import OpenFailed from './shell/OpenFailed.vue'
import { applyTheme } from './theme'
import { createUntether, untetherKey } from './untether'

// Compiled checks need `eval`, which the content policy refuses; zod would try it once and be reported.
z.config({ jitless: true })

/**
 * Opens the record and puts the app on the page. Parts that do not wait for one another load side by side.
 * @param asked what the shell says of itself, asked for already
 * @param vault whether a key came without a secret, asked for already
 */
export async function start(root: Element, asked: Promise<AppInfo>, vault: Promise<VaultOpening>): Promise<void> {
  const bridge = window.untether
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  reportErrors(bridge)
  refuseDrops(window)

  const open = (key: Uint8Array): Promise<Opened> => openWith(key, bridge, asked.then(({ version }) => version), zone).then(record => ({ record }), (error: unknown) => ({ error }))
  const opening = vault.then<Opened | NotOpen>(answer => answer.state === 'open' ? open(answer.key) : answer)
  const [info, { default: catalogFacts }] = await Promise.all([asked, import('virtual:catalog/facts')])
  const i18n = await createAppI18n(info.shell?.language ?? info.systemLanguage)
  applyTheme(info.shell?.theme ?? 'system')
  const answer = await opening
  const opened = 'state' in answer ? await open(await askForKey(root, i18n, answer, info)) : answer

  if ('error' in opened) {
    void bridge.reportError({ where: 'data:open', message: String(opened.error), stack: '' })
    createApp({ render: () => h(OpenFailed, { reason: openFailureOf(opened.error), folder: info.dataFolder }) }).use(i18n).mount(root)
    return
  }

  const { phone, load: loadNumberPlans } = latePhoneKit()
  const untether = createUntether({ info, catalog: createCatalog(catalogFacts), phone, record: opened.record, today: currentDay(zone), bridge })

  // Watched field by field: every commit makes new facts, and a language set anew restyles the whole page.
  watch([() => untether.settings.value.language ?? info.systemLanguage, () => untether.settings.value.theme], ([spoken, theme]) => {
    applyTheme(theme)
    void setLanguage(i18n, spoken)
    void bridge.setShell({ language: spoken, theme })
  }, { immediate: true })

  const app = createApp(App)
  const router = createAppRouter()
  app.provide(untetherKey, untether).use(i18n).use(router)
  app.config.errorHandler = (error, _instance, where) => {
    window.dispatchEvent(new ErrorEvent('error', { error, message: `vue:${where}` }))
  }
  if (!untether.settings.value.isStarted && untether.facts.value.numbers.size === 0)
    void router.replace({ name: 'first-start' })
  await router.isReady()
  app.mount(root)
  markPainted('app:usable')
  await loadNumberPlans()
  keepSafe(opened.record, untether.backup)
}

type NotOpen = Exclude<VaultOpening, { state: 'open' }>
type Opened = { record: OpenRecord } | { error: unknown }

/** Shows the lock until a secret opened it; loaded only where it is needed. */
async function askForKey(root: Element, i18n: Plugin, answer: NotOpen, info: AppInfo): Promise<Uint8Array> {
  const { default: LockScreen } = await import('./vault/LockScreen.vue')
  return new Promise((done) => {
    const lock = createApp({
      render: () => h(LockScreen, {
        opening: answer,
        info,
        onOpened: (key: Uint8Array) => {
          lock.unmount()
          done(key)
        },
      }),
    })
    lock.use(i18n).mount(root)
  })
}

/** Notes in the page's own performance timeline when what stands now has been painted; the bench reads it. */
function markPainted(name: string): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => performance.mark(name)
    port2.postMessage(null)
  })
}

/** Today in the user's zone; looks again every half minute, so it moves on at midnight and after sleep. */
function currentDay(zone: string): ShallowRef<Day> {
  const today = shallowRef(dayOf(Date.now(), zone))
  setInterval(() => {
    today.value = dayOf(Date.now(), zone)
  }, 30_000)
  return today
}
