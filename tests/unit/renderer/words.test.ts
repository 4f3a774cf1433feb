// @vitest-environment happy-dom
import type { Plan } from '../../../src/core/plan/plan'
import type { Language } from '../../../src/core/records/settings'
import metadata from 'libphonenumber-js/max/metadata'
import { createApp, shallowRef } from 'vue'
import facts from 'virtual:catalog/facts'
import { describe, expect, it } from 'vitest'
import { loadSample } from '../../../src/core/actions/load-sample'
import { createCatalog } from '../../../src/core/catalog/catalog'
import { createPhoneKit } from '../../../src/core/phone/phone-kit'
import { DEADLINE_KINDS, GATE_KEYS, REASON_CODES, TASK_KINDS, WARNING_CODES } from '../../../src/core/plan/codes'
import { createAppI18n } from '../../../src/renderer/app/i18n'
import { createUntether, untetherKey } from '../../../src/renderer/app/untether'
import { fullName, shortName } from '../../../src/renderer/composables/words/brand-names'
import { useWords } from '../../../src/renderer/composables/use-words'
import en from '../../../src/shared/locales/en'
import { helps as englishHelps } from '../../../src/shared/locales/en/words-help'
import zh from '../../../src/shared/locales/zh-CN'
import { helps as chineseHelps } from '../../../src/shared/locales/zh-CN/words-help'
import { newDisk, openOn, TODAY } from '../../data/open'
import { filesBridge } from '../../fixtures/files-bridge'

const catalog = createCatalog(facts)

/** The words over the sample record, without a screen. */
async function words(language: Language) {
  const record = await openOn(newDisk())
  await record.commit(loadSample, { language })
  const i18n = await createAppI18n(language)
  const untether = createUntether({
    info: { version: '', electron: '', chrome: '', node: '', platform: '', arch: '', dataFolder: '', logFolder: '', isPackaged: false, isOldRuntime: false, systemLanguage: language, shell: null, privacy: { lockAfterMinutes: 5, isCaptureBlocked: false }, demo: false },
    catalog,
    phone: createPhoneKit(metadata),
    record,
    today: shallowRef(TODAY),
    bridge: { copyText: async () => undefined, openExternal: async () => 'opened', openDataFolder: async () => undefined, licences: async () => [], ...filesBridge() },
  })
  let made: ReturnType<typeof useWords> | undefined
  const app = createApp({
    setup() {
      made = useWords()
      return () => null
    },
  })
  app.provide(untetherKey, untether).use(i18n).mount(document.createElement('div'))
  return { words: made!, plans: [...untether.plans.value.values()] }
}

const blanks = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()

/** Every text of a tree, by its path. */
function texts(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] => typeof value === 'string' ? [[`${path}${key}`, value]] : texts(value as object, `${path}${key}/`))
}

describe('words', () => {
  it.each(['words', 'plan', 'logBinding', 'call', 'messages', 'print'] as const)('%s: both languages fill the same blanks', (part) => {
    const chinese = new Map(texts(zh[part]))
    for (const [path, text] of texts(en[part]))
      expect([path, blanks(chinese.get(path) ?? '')]).toEqual([path, blanks(text)])
  })

  it('no word of ours breaks the tone of the house', () => {
    const parts: readonly (readonly [object, object])[] = [...(['words', 'plan', 'logBinding'] as const).map(part => [en[part], zh[part]] as const), [englishHelps, chineseHelps]]
    for (const [english, chinese] of parts) {
      for (const [path, text] of texts(english))
        expect([path, /\b(?:please|oops|success|successfully)\b|!/i.test(text)]).toEqual([path, false])
      for (const [path, text] of texts(chinese)) {
        expect([path, /您|进行|成功哦|！/.test(text)]).toEqual([path, false])
        expect([path, /[\u4E00-\u9FFF][a-z0-9]|[a-z0-9][\u4E00-\u9FFF]/i.test(text)]).toEqual([path, false])
      }
    }
  })

  it('help has the same steps in both languages', () => {
    expect([...texts(chineseHelps)].map(([path]) => path).sort()).toEqual([...texts(englishHelps)].map(([path]) => path).sort())
  })

  it('every code of the plan has words', () => {
    for (const locale of [en, zh]) {
      for (const kind of TASK_KINDS)
        expect(locale.words.task[kind] && locale.words.action[kind]).toBeTruthy()
      for (const code of REASON_CODES)
        expect(locale.words.reason[code]).toBeTruthy()
      for (const code of WARNING_CODES)
        expect(locale.words.warning[code]).toBeTruthy()
      for (const key of GATE_KEYS)
        expect(locale.words.gate[key].shut && locale.words.gateVerb[key]).toBeTruthy()
      for (const kind of DEADLINE_KINDS)
        expect(locale.words.deadline[kind]).toBeTruthy()
    }
  })

  it.each(['en', 'zh-CN'] as const)('says every task, reason, gate and warning of the sample in %s, with no blank left open', async (language) => {
    const { words: w, plans } = await words(language)
    const said = plans.flatMap((plan: Plan) => [
      ...plan.phases.flatMap(phase => phase.tasks).flatMap(task => [w.taskTitle(task), w.taskHead(task), w.taskAction(task), w.waitText(task), ...task.reasons.map(reason => w.reasonText(reason, task))]),
      ...plan.gates.map(gate => w.gateText(gate)),
      ...plan.warnings.map(warning => w.warningText(warning)),
      ...plan.deadlines.map(deadline => w.deadlineText(deadline)),
      ...plan.atStake.map(stake => w.stakeText(stake)),
    ])
    expect(said.length).toBeGreaterThan(100)
    for (const text of said)
      expect(text).not.toMatch(/[{}]|undefined|null|NaN|\bwords\./)
  })

  it('names brands as people do', () => {
    const service = (id: string) => catalog.service(id)!
    expect(fullName(service('google'), 'en')).toBe('Google / Gmail')
    expect(shortName(service('google'), 'zh-CN')).toBe('Gmail')
    expect(shortName(service('alipay'), 'zh-CN')).toBe('支付宝')
    expect(shortName(service('alipay'), 'en')).toBe('Alipay')
    expect(shortName(service('chase'), 'zh-CN')).toBe('Chase')
    expect(shortName(service('uber'), 'en')).toBe('Uber')
    expect(shortName(service('apple'), 'en')).toBe('Apple Account')
    expect(shortName(catalog.provider('ultra-mobile-paygo')!, 'zh-CN')).toBe('Ultra Mobile PayGo')
    expect(shortName(catalog.provider('china-mobile-cn')!, 'zh-CN')).toBe('中国移动')
  })

  it('no entry is left without a short name', () => {
    for (const entry of [...catalog.services, ...catalog.providers]) {
      for (const language of ['en', 'zh-CN'] as const)
        expect(shortName(entry, language)).not.toMatch(/^\s*$|[()（）]/)
    }
  })
})
