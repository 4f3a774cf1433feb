import type { DeadlineKind } from '../../core/plan/codes'
import type { Deadline, Gate, Param, Params, Phase, PhaseKey, Reason, Stake, Task, Urgency, Warning } from '../../core/plan/plan'
import type { Account, Category, Importance, SECOND_FACTORS, ServiceRef } from '../../core/records/account'
import type { BindingState, Replacement, Role } from '../../core/records/binding'
import type { ExitRoute, LineStatus, PhoneNumber, ProviderRef } from '../../core/records/number'
import type { Language } from '../../core/records/settings'
import type { ServiceFacts } from '../../core/catalog/tiers'
import { useI18n } from 'vue-i18n'
import { textIn } from '../../core/catalog/text'
import { daysBetween } from '../../core/lib/day'
import { isDoneOnPlan, isReadFirst, tasksByKey } from '../../core/plan/reading'
import { useUntether } from '../app/untether'
import { useFormat } from './use-format'
import { useOwnGuides } from './use-own-guides'
import { fullName, shortName } from './words/brand-names'

type Said = Record<string, string | number | null>

/** Accounts named in one sentence; the rest are counted. */
const MOST_NAMED = 4

/** The words of the domain in the language on screen. Use inside setup; the functions follow a switch of language. */
export function useWords() {
  const { t, te, locale } = useI18n()
  const { catalog, facts, plans, today } = useUntether()
  const f = useFormat()
  const { guideMark, ownGuide } = useOwnGuides()
  const language = (): Language => locale.value as Language

  /** A text with its blanks filled; the plural goes by `count`, else by `days`. */
  function say(key: string, said: Said = {}): string {
    const many = [said['count'], said['days'], said['n']].find(value => typeof value === 'number')
    const text = typeof many === 'number' ? t(key, said, many) : t(key, said)
    return language() === 'zh-CN' ? tight(text) : text
  }

  /** As `say`; where something is not known, the wording that does without it. */
  function sayKnown(group: 'task' | 'reason' | 'warning' | 'gate', code: string, key: string, said: Said): string {
    const base = `words.without.${group}.${code}`
    const missing = WITHOUT.find(name => (said[name] ?? '') === '' && te(`${base}.${name}`))
    return say(missing ? `${base}.${missing}` : key, said)
  }

  function serviceRef(of: Account | ServiceRef): ServiceRef {
    return 'service' in of ? of.service : of
  }

  /** The short name of a service: `Gmail`, 支付宝; the user's own as typed. */
  function serviceName(of: Account | ServiceRef): string {
    const ref = serviceRef(of)
    if (ref.kind === 'own')
      return ref.name
    const service = catalog.service(ref.id)
    if (service && isServiceNamedByUser(service))
      return textIn(service.name, language() === 'zh-CN' ? 'zh' : 'en')
    return service ? shortName(service, language()) : ref.id
  }

  /** The whole name: `Google / Gmail`. */
  function fullServiceName(of: Account | ServiceRef): string {
    const ref = serviceRef(of)
    const service = ref.kind === 'catalog' ? catalog.service(ref.id) : undefined
    return service && !isServiceNamedByUser(service) ? fullName(service, language()) : serviceName(of)
  }

  /** Did the user add the service, or call it something else than shipped? What the user has named is called so. */
  function isServiceNamedByUser({ id, name }: ServiceFacts): boolean {
    const shipped = catalog.shippedService(id)
    return catalog.isOwn('service', id) && (name.en !== shipped?.name.en || name.zh !== shipped.name.zh)
  }

  /** Service of an account by id. */
  function accountName(accountId: string): string {
    const account = facts.value.accounts.get(accountId)
    return account ? serviceName(account) : t('words.someAccount')
  }

  /** `Chase, Amazon and Wise`; beyond four, the rest is counted. */
  function accountNames(ids: readonly string[]): string {
    const names = [...new Set(ids.map(accountName))]
    const shown = names.length <= MOST_NAMED ? names : [...names.slice(0, MOST_NAMED - 1), t('words.andMore', { n: names.length - MOST_NAMED + 1 })]
    return f.list(shown)
  }

  /** Does the name stand in a guide of the user's own, another one than was shipped? */
  function isNamedByUser(ref: ProviderRef): boolean {
    const name = ownGuide(ref)?.entry.name
    return ref.kind === 'catalog' && name !== undefined && name.en !== catalog.shippedProvider(ref.id)?.name.en
  }

  /** The provider's name; `your provider` where none is noted. */
  function providerName(ref: ProviderRef | null): string {
    if (ref === null)
      return t('words.yourProvider')
    const provider = ref.kind === 'catalog' ? catalog.provider(ref.id) : undefined
    if (!provider)
      return ref.kind === 'own' ? ref.name : ref.id
    // What the user has named is called so, brackets and all.
    return isNamedByUser(ref) ? textIn(provider.name, language() === 'zh-CN' ? 'zh' : 'en') : shortName(provider, language())
  }

  const word = (group: string) => (code: string): string => te(`words.${group}.${code}`) ? t(`words.${group}.${code}`) : code
  /** Params that are codes themselves, by name. */
  const codes: Record<string, (code: string) => string> = {
    importance: code => word('importance')(code).toLowerCase(),
    status: word('lineStatus'),
    route: word('route'),
    why: word('why'),
    channel: code => te(`plan.channel.${code}`) ? t(`plan.channel.${code}`) : code,
  }

  function saidOf(name: string, param: Param): string | number | null {
    if (param === null || typeof param === 'number')
      return param
    if (typeof param === 'string')
      return codes[name]?.(param) ?? param
    if ('day' in param)
      return f.day(param.day)
    if ('money' in param)
      return f.money(param.money)
    if ('account' in param)
      return accountName(param.account)
    if ('accounts' in param)
      return accountNames(param.accounts)
    return providerName(param.provider)
  }

  function saidAll(params: Params): Said {
    const said: Said = {}
    for (const [name, param] of Object.entries(params)) {
      said[name] = saidOf(name, param)
      if (param !== null && typeof param === 'object' && 'accounts' in param)
        said['count'] ??= param.accounts.length
    }
    return said
  }

  function numberOf(task: Task): PhoneNumber | undefined {
    return facts.value.numbers.get(task.numberId)
  }

  /** What took, or will take, the number's place at a task's binding. */
  function replacementOf(task: Task): Replacement | null {
    return (task.binding && facts.value.bindings.get(task.binding.id)?.replacement) ?? null
  }

  function saidOfTask(task: Task): Said {
    return {
      provider: providerName(numberOf(task)?.provider ?? null),
      service: task.binding ? accountName(task.binding.accountId) : t('words.thisAccount'),
      way: t(`words.way.${replacementOf(task)?.kind ?? 'unknown'}`),
      day: task.dueOn && f.day(task.dueOn),
      ...saidAll(task.params),
    }
  }

  /** What a task asks for: `Verify Gmail: sign in once with the new code app`. */
  function taskTitle(task: Task): string {
    const known = titles.get(task)
    if (known?.language === language())
      return known.text
    const text = sayKnown('task', task.kind, `words.task.${task.kind}`, saidOfTask(task))
    titles.set(task, { language: language(), text })
    return text
  }

  /** The same where the service stands above it: `Sign in once with the new code app`. */
  function taskHead(task: Task): string {
    const key = `words.taskHead.${task.kind}`
    return te(key) ? say(key, saidOfTask(task)) : taskTitle(task)
  }

  /** What the user says by ticking: `I signed in`. */
  function taskAction(task: Task): string {
    return t(`words.action.${task.kind}`)
  }

  /** What the card of a next task offers: the tick, or the way to what is read before it. */
  function taskStart(task: Task): string {
    return isReadFirst(task.kind) ? t(`words.readFirst.${task.kind}`) : isDoneOnPlan(task) ? t('words.toLastStep') : taskAction(task)
  }

  /** What the user answers where a check finds that it is not so: `I cannot sign in`; empty where there is no such answer. */
  function taskFails(task: Task): string {
    return te(`words.fail.${task.kind}`) ? t(`words.fail.${task.kind}`) : ''
  }

  /** Why a task is there. With the task, its account is named. */
  function reasonText(reason: Reason, task?: Task): string {
    const about = task ? saidOfTask(task) : { service: t('words.thisAccount') }
    const mark = GUIDE_REASONS.has(reason.code) && task ? guideMark(numberOf(task)?.provider ?? null) : null
    if (mark)
      return say(`guides.reason.${mark.by}`, { day: f.day(mark.checkedOn) })
    return sayKnown('reason', reason.code, `words.reason.${reason.code}`, { ...about, ...saidAll(reason.params) })
  }

  /** What a waiting task waits for: `after Gmail`; empty when for nothing. */
  function waitText(task: Task): string {
    const plan = plans.value.get(task.numberId)
    const before = plan ? task.waitsFor.flatMap(key => tasksByKey(plan).get(key) ?? []) : []
    const [first] = before
    if (!first)
      return ''
    if (task.phase === 'cancel' && before.some(other => other.phase !== 'cancel'))
      return t('words.phaseState.locked')
    if (first.phase !== task.phase)
      return say('words.after', { what: phaseName(first.phase, plan?.route) })
    if (before.length > 1 && !first.binding)
      return say('words.afterTasks', { n: before.length })
    const names = [...new Set(before.map(other => other.binding ? accountName(other.binding.accountId) : taskTitle(other)))]
    return names.length === 1
      ? say('words.after', { what: names[0]! })
      : say('words.afterMore', { what: names[0]!, n: names.length - 1 })
  }

  /** Name of a phase; the last step is called by the way out. */
  function phaseName(key: PhaseKey, route: ExitRoute = 'cancel'): string {
    return key === 'cancel' && route !== 'keep' ? t(`words.lastPhase.${route}`) : t(`words.phase.${key}`)
  }

  /** A condition as it stands: `9 bindings not settled`. */
  function gateText(gate: Gate): string {
    const key = `words.gate.${gate.key}.${gate.state}`
    return gate.state === 'shut' ? sayKnown('gate', gate.key, key, saidAll(gate.params)) : say(key, saidAll(gate.params))
  }

  function warningText(warning: Warning): string {
    return sayKnown('warning', warning.code, `words.warning.${warning.code}`, saidAll(warning.params))
  }

  /** A day that matters: `May be taken back`, `Target: cancelled`. */
  function deadlineText(deadline: Deadline): string {
    const route = facts.value.numbers.get(deadline.numberId)?.exitRoute ?? 'cancel'
    return say(`words.deadline.${deadline.kind satisfies DeadlineKind}`, { ...saidAll(deadline.params), route: t(`words.routeDone.${route}`) })
  }

  /** What will become of a part of the money. */
  function stakeText(stake: Stake): string {
    const said: Said = { money: f.money(stake.money), provider: providerName(stake.provider) }
    if (stake.fate !== 'asked' || stake.expectedBy === null)
      return say(`words.stake.${stake.fate}`, said)
    return stake.daysLate > 0
      ? say('words.stake.asked-late', { ...said, days: stake.daysLate })
      : say('words.stake.asked-by', { ...said, day: f.day(stake.expectedBy) })
  }

  /** The number that took the place, as it is written, or what the user calls it; empty where that is not known. */
  function newNumber(replacement: Replacement): string {
    const id = replacement.kind === 'binding' ? facts.value.bindings.get(replacement.bindingId)?.numberId : replacement.kind === 'other-number' ? replacement.numberId : undefined
    const number = facts.value.numbers.get(id ?? '')
    return number ? f.phone(number.e164) : replacement.kind === 'other-number' ? replacement.name ?? '' : ''
  }

  /** `+1 646-555-0199 took its place`. */
  function tookPlace(replacement: Replacement): string {
    const number = newNumber(replacement)
    return number ? t('words.numberTookPlace', { number }) : t(`words.tookPlace.${replacement.kind}`)
  }

  /** `16 Nov · code app took its place`, as far as it is known. */
  function movedText(movedOn: string | null, replacement: Replacement | null): string {
    return [
      movedOn && (daysBetween(movedOn, today.value) === 0 ? t('common.today') : f.day(movedOn)),
      replacement && tookPlace(replacement),
    ].filter(Boolean).join(' · ')
  }

  return {
    taskTitle,
    taskHead,
    taskAction,
    taskStart,
    taskFails,
    reasonText,
    waitText,
    gateText,
    /** What is unknown about a debt is noted, not paid. */
    gateVerb: (gate: Pick<Gate, 'key' | 'state'>) => t(`words.gateVerb.${gate.key === 'no-debt' && gate.state === 'unknown' ? 'balance-known' : gate.key}`),
    warningText,
    deadlineText,
    stakeText,
    movedText,
    phaseName,
    phaseState: (state: Phase['state']) => t(`words.phaseState.${state}`),
    stateName: (state: BindingState) => t(`words.state.${state}`),
    roleName: (role: Role) => t(`words.role.${role}`),
    importanceName: (importance: Importance) => t(`words.importance.${importance}`),
    categoryName: (category: Category) => t(`words.category.${category}`),
    factorName: (factor: typeof SECOND_FACTORS[number]) => t(`words.secondFactor.${factor}`),
    /** `Code app`, `+1 646-555-0199`. */
    placeName: (replacement: Replacement) => newNumber(replacement) || t(`words.replacement.${replacement.kind}`),
    replacementName: (kind: Replacement['kind']) => t(`words.replacement.${kind}`),
    routeName: (route: ExitRoute) => t(`words.route.${route}`),
    lineStatusName: (status: LineStatus) => t(`words.lineStatus.${status}`),
    urgencyName: (urgency: Urgency) => t(`words.urgency.${urgency}`),
    serviceName,
    fullServiceName,
    accountName,
    accountNames,
    providerName,
  }
}

/** Titles already said. A task is made anew whenever a fact behind it, an account's name or the day changes, so its words hold. */
const titles = new WeakMap<Task, { language: Language, text: string }>()

/** What says how well the shipped guide is founded; one of the user's own says whose word it is. An old one is called old, whoever wrote it. */
const GUIDE_REASONS: ReadonlySet<string> = new Set(['guide-checked', 'guide-unverified'])

/** What a sentence may have to do without, in the order in which it is missed. */
const WITHOUT = ['cost', 'day', 'by', 'balance', 'money', 'accounts', 'reference', 'code', 'days', 'from']

/** Chinese sets a space beside Latin and figures only: a space between two Chinese characters or marks goes. */
export function tight(text: string): string {
  return text
    .replace(/(?<=[\p{Script=Han}，。：；、？“”（）]) (?=[\p{Script=Han}，。：；、？“”（）])/gu, '')
    .replace(/ (?=[，。：；、？）”])|(?<=[，。：；、？（“]) /gu, '')
}
