import type { Said } from '../../../../core/contact/compose'
import type { Aim, AnswerId, LineId } from '../../../../core/contact/script'
import type { Task } from '../../../../core/plan/plan'
import type { PhoneNumber } from '../../../../core/records/number'
import type { RefundClaim } from '../../../../core/records/refund-claim'
import type { Language } from '../../../../core/records/settings'
import type { Spoken } from '../../../../shared/locales/en/spoken'
import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import { composeLines, composeMessage, fillLine } from '../../../../core/contact/compose'
import { ANSWERS, SPOKEN, WRITTEN } from '../../../../core/contact/script'
import { spelledNumber } from '../../../../core/phone/spelled-number'
import { useUntether } from '../../../app/untether'
import { createFormats } from '../../../composables/format'
import { tight } from '../../../composables/use-words'
import { shortName } from '../../../composables/words/brand-names'
import { spoken as english } from '../../../../shared/locales/en/spoken'
import { moneyIn } from '../../../../core/plan/params'
import { claimIdOf } from '../../../../core/plan/task-keys'
import { spoken as chinese } from '../../../../shared/locales/zh-CN/spoken'

/** The two languages of everything that is said to a provider. */
export const LANGUAGES = ['en', 'zh-CN'] as const satisfies readonly Language[]
const words: Record<Language, Spoken> = { 'en': english, 'zh-CN': chinese }
const formats = { 'en': createFormats('en'), 'zh-CN': createFormats('zh-CN') }

/** One thing to say, in both languages. */
export type Bilingual = { en: string, zh: string }
export type ScriptLine = Bilingual & { id: LineId }

/** Which script, and what it is about. */
export type ScriptAbout = { aim: Aim, number: PhoneNumber, task: Task | null }

/** What to say and to write to the provider, in English and Chinese whatever the language on screen. */
export function useScript(about: () => ScriptAbout | null) {
  const { catalog, facts, plans, phone } = useUntether()

  const claim = computed<RefundClaim | null>(() => facts.value.refundClaims.get(claimIdOf(about()?.task?.key ?? '') ?? '') ?? null)

  function saidIn(language: Language): Said {
    const now = about()
    if (!now)
      return {}
    const { number, task } = now
    const format = formats[language]
    const plan = plans.value.get(number.id)
    const provider = number.provider?.kind === 'catalog' ? catalog.provider(number.provider.id) : undefined
    const written = phone.format(number.e164)
    const left = plan?.balance.filter(({ amountMinor }) => amountMinor > 0) ?? []
    const amount = claim.value?.amount ?? moneyIn(task?.params['money'])
    const followUps = [...claim.value?.followUps ?? []].sort()
    const reference = claim.value?.reference || (typeof task?.params['reference'] === 'string' ? task.params['reference'] : '')
    return {
      provider: provider ? shortName(provider, language) : number.provider?.kind === 'own' ? number.provider.name : null,
      number: written,
      // As it is dialled there: North American numbers go without their country code.
      local: written.replace(/^\+1 /, ''),
      spelled: spelledNumber(written),
      login: number.providerLogin || null,
      balance: left.length > 0 ? format.list(left.map(format.money)) : null,
      amount: amount && format.money(amount),
      askedOn: claim.value && format.fullDay(claim.value.askedOn),
      expectedBy: claim.value?.expectedBy ? format.fullDay(claim.value.expectedBy) : null,
      reference: reference || null,
      times: followUps.length > 1 ? String(followUps.length) : null,
      lastAsked: followUps.length > 0 ? format.fullDay(followUps.at(-1)!) : null,
      leftOn: plan?.leftOn ? format.fullDay(plan.leftOn) : null,
    }
  }

  const said = computed(() => ({ 'en': saidIn('en'), 'zh-CN': saidIn('zh-CN') }))

  function linesIn(language: Language, ids: readonly LineId[]): { id: LineId, text: string }[] {
    return composeLines(ids, words[language].lines, said.value[language]).map(line => language === 'zh-CN' ? { ...line, text: tight(line.text) } : line)
  }

  function pairs(ids: readonly LineId[]): ScriptLine[] {
    const other = new Map(linesIn('zh-CN', ids).map(line => [line.id, line.text]))
    return linesIn('en', ids).flatMap(({ id, text }) => other.has(id) ? [{ id, en: text, zh: other.get(id)! }] : [])
  }

  const aim = computed(() => about()?.aim ?? null)
  const lines: ComputedRef<readonly ScriptLine[]> = computed(() => aim.value === null
    ? []
    : pairs(SPOKEN[aim.value]).map((line, index) => index > 0 ? line : { ...line, en: english.greeting + line.en, zh: chinese.greeting + line.zh }))
  /** The same to be written, without greeting and closing. */
  const written: ComputedRef<readonly ScriptLine[]> = computed(() => aim.value === null ? [] : pairs(WRITTEN[aim.value].filter(id => id !== 'hello' && id !== 'thanks')))
  const answers: ComputedRef<readonly (Bilingual & { id: AnswerId })[]> = computed(() => aim.value === null
    ? []
    : ANSWERS[aim.value].map(id => ({ id, en: english.answers[id], zh: chinese.answers[id] })))

  /** The whole message to be pasted. */
  function message(language: Language): string {
    return aim.value === null ? '' : composeMessage(linesIn(language, WRITTEN[aim.value]), words[language].yourName)
  }

  function subject(language: Language): string {
    return aim.value === null ? '' : fillLine(words[language].subject[aim.value], said.value[language]) ?? ''
  }

  return { claim, lines, written, answers, message, subject, codeRule: { en: english.codeRule, zh: chinese.codeRule } as Bilingual }
}
