import type { Day } from '../../core/lib/day'
import type { AppInfo } from '../../shared/ipc'
import type { ShallowRef } from 'vue'
import { createApp, h, shallowRef, watch } from 'vue'
import * as z from 'zod/mini'
import { createCatalog } from '../../core/catalog/catalog'
import { dayOf } from '../../core/lib/day'
import { declareDatabase, openFailureOf } from '../../data/database'
import { timelineOf } from '../../data/queries/timeline'
import { openRecord } from '../../data/record'
import App from './App.vue'
import { reportErrors } from './errors'
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
 */
export async function start(root: Element, asked: Promise<AppInfo>): Promise<void> {
  const bridge = window.untether
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const db = declareDatabase('untether')
  reportErrors(bridge)

  const opening = openRecord(db, {
    now: () => Date.now(),
    dayOf: at => dayOf(at, zone),
    newId: () => crypto.randomUUID(),
    onFault: error => void bridge.reportError({ where: 'data:commit', message: String(error), stack: '' }),
  }).then(record => ({ record }), (error: unknown) => ({ error }))
  const [info, { default: catalogFacts }] = await Promise.all([asked, import('virtual:catalog/facts')])
  const i18n = await createAppI18n(info.shell?.language ?? info.systemLanguage)
  applyTheme(info.shell?.theme ?? 'system')
  const opened = await opening

  if ('error' in opened) {
    void bridge.reportError({ where: 'data:open', message: String(opened.error), stack: '' })
    createApp({ render: () => h(OpenFailed, { reason: openFailureOf(opened.error), folder: info.dataFolder }) }).use(i18n).mount(root)
    return
  }

  const { phone, load: loadNumberPlans } = latePhoneKit()
  const untether = createUntether({
    info,
    catalog: createCatalog(catalogFacts),
    phone,
    record: opened.record,
    today: currentDay(zone),
    bridge,
    timeline: (numberId, limit) => timelineOf(db, numberId, limit),
  })

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
