import type { Account, Category, Importance } from '../records/account'
import type { Id } from '../records/base'
import type { Binding } from '../records/binding'
import type { NumberFacts } from '../records/facts'
import type { PlanCatalog, PlanService } from './knowledge'
import type { Params } from './plan'
import type { Ring } from './ring'
import { IMPORTANCES } from '../records/account'
import { ringPartOf } from './ring'
import { importanceOf, isCounted, isSettled, needsVerifying } from './settled'

/** A binding that counts, with all that the plan looks up for it: the rows of thousands are visited once, in the order in which they lie. */
export type Entry = {
  readonly binding: Binding
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
    binding,
    guardedBy: account?.guardedBy ?? NO_GUARDS,
    category: ref?.kind === 'own' ? ref.category : service?.category ?? null,
    params: { account: { account: binding.accountId }, login: account?.login ?? '', replacement: binding.replacement?.kind ?? null },
    serviceId: ref?.kind === 'catalog' ? ref.id : null,
    service,
    importance,
    needsVerifying: needsVerifying(importance),
    isSettled: isSettled(binding, importance),
    rank: IMPORTANCES.indexOf(importance) + (service?.needsOldNumber === false ? NO_OLD_NUMBER : 0),
    sortName: `${name} ${account?.login ?? ''}`.toLowerCase(),
  }
}

const NO_GUARDS: readonly Id[] = []
const NO_OLD_NUMBER = IMPORTANCES.length
const NO_DAY = '9999'

/**
 * Which of two unguarded bindings is settled first: the one that may need a code on the old number while it lives
 * (unknown counts as yes), then critical before low, then the user's own due day, then the name.
 * In a rescue the old number gives no codes any more, so the worst account comes first.
 */
export function compareEntries(isRescue: boolean): (a: Entry, b: Entry) => number {
  return (a, b) =>
    (isRescue ? a.rank % NO_OLD_NUMBER - b.rank % NO_OLD_NUMBER : a.rank - b.rank)
    || compareText(a.binding.dueOn ?? NO_DAY, b.binding.dueOn ?? NO_DAY)
    || compareText(a.sortName, b.sortName)
    || compareText(a.binding.id, b.binding.id)
}

/** Their accounts, each once, in an order that does not depend on theirs. */
export function accountsOf(entries: readonly Entry[]): Id[] {
  return [...new Set(entries.map(entry => entry.binding.accountId))].sort()
}

/** Order of texts by their units, the same everywhere. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
