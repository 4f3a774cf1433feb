import type { Account, Category, Importance } from '../records/account'
import type { Id } from '../records/base'
import type { Day } from '../lib/day'
import type { Binding, BindingState } from '../records/binding'
import type { NumberFacts } from '../records/facts'
import type { DayNumber } from './day-number'
import type { PlanCatalog, PlanService } from './knowledge'
import type { Params } from './plan'
import type { Ring } from './ring'
import { IMPORTANCES } from '../records/account'
import { dayNumber } from './day-number'
import { ringPartOf } from './ring'
import { importanceOf, isCounted, isSettled, needsVerifying } from './settled'

/**
 * A binding that counts, with all that the plan looks up for it. The rows of thousands are visited once, in the order
 * in which they lie, and never again in the order of urgency, which jumps about in memory.
 */
export type Entry = {
  readonly bindingId: Id
  readonly accountId: Id
  readonly state: BindingState
  readonly movedOn: Day | null
  /** Accounts that guard its account; empty where that is no longer there. */
  readonly guardedBy: readonly Id[]
  /** null = not known. */
  readonly category: Category | null
  /** What the words of its task need. */
  readonly params: Params
  readonly serviceId: string | null
  readonly service: PlanService | undefined
  readonly importance: Importance
  readonly needsVerifying: boolean
  readonly isSettled: boolean
  /** Importance, 0 = critical; and `NO_OLD_NUMBER` more where the service is known to ask for nothing on the old number. */
  readonly rank: number
  /** The user's own due day; null = none. */
  readonly ownDue: DayNumber | null
  /** Lower-case name of the service and login: the last word on order. Unlike words on screen it knows no language, so that the order does not change with it. */
  readonly sortName: string
}

/** The bindings that count, the few that are asked for apart, and how many of them stand where. */
export function readEntries(facts: NumberFacts, catalog: PlanCatalog): { entries: Entry[], withRest: Entry[], waived: Entry[], ring: Ring } {
  const entries: Entry[] = []
  const withRest: Entry[] = []
  const waived: Entry[] = []
  const counts = { 'verified': 0, 'ended': 0, 'half-way': 0, 'bound': 0 }
  for (const binding of facts.bindings) {
    if (!isCounted(binding))
      continue
    const entry = entryOf(binding, facts.accounts.get(binding.accountId), catalog)
    entries.push(entry)
    if (entry.service?.cooldown)
      withRest.push(entry)
    if (binding.state === 'waived')
      waived.push(entry)
    const part = ringPartOf(binding, entry.importance)
    if (part)
      counts[part]++
  }
  return {
    entries,
    withRest,
    waived,
    ring: { verified: counts.verified, ended: counts.ended, halfWay: counts['half-way'], bound: counts.bound },
  }
}

function entryOf(binding: Binding, account: Account | undefined, catalog: PlanCatalog): Entry {
  const ref = account?.service
  const service = ref?.kind === 'catalog' ? catalog.service(ref.id) : undefined
  const importance = account ? importanceOf(account, service) : 'high'
  const name = ref?.kind === 'own' ? ref.name : service?.name.en ?? ref?.id ?? ''
  return {
    bindingId: binding.id,
    accountId: binding.accountId,
    state: binding.state,
    movedOn: binding.movedOn,
    guardedBy: account?.guardedBy ?? NO_GUARDS,
    category: ref?.kind === 'own' ? ref.category : service?.category ?? null,
    params: { account: { account: binding.accountId }, login: account?.login ?? '', replacement: binding.replacement?.kind ?? null },
    serviceId: ref?.kind === 'catalog' ? ref.id : null,
    service,
    importance,
    needsVerifying: needsVerifying(importance),
    isSettled: isSettled(binding, importance),
    rank: IMPORTANCES.indexOf(importance) + (service?.needsOldNumber === false ? NO_OLD_NUMBER : 0),
    ownDue: binding.dueOn === null ? null : dayNumber(binding.dueOn),
    sortName: `${name} ${account?.login ?? ''}`.toLowerCase(),
  }
}

const NO_GUARDS: readonly Id[] = []
const NO_OLD_NUMBER = IMPORTANCES.length
const NO_DAY = Number.MAX_SAFE_INTEGER

/**
 * Which of two unguarded bindings is settled first: the one that may need a code on the old number while it lives
 * (unknown counts as yes), then critical before low, then the user's own due day, then the name.
 * In a rescue the old number gives no codes any more, so the worst account comes first.
 */
export function compareEntries(isRescue: boolean): (a: Entry, b: Entry) => number {
  return (a, b) =>
    (isRescue ? a.rank % NO_OLD_NUMBER - b.rank % NO_OLD_NUMBER : a.rank - b.rank)
    || (a.ownDue ?? NO_DAY) - (b.ownDue ?? NO_DAY)
    || compareText(a.sortName, b.sortName)
    || compareText(a.bindingId, b.bindingId)
}

/** Their accounts, each once, in an order that does not depend on theirs. */
export function accountsOf(entries: readonly Entry[]): Id[] {
  return [...new Set(entries.map(entry => entry.accountId))].sort()
}

/** Order of texts by their units, the same everywhere. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
