import type { Catalog } from '../../core/catalog/catalog'
import type { ProviderFacts } from '../../core/catalog/tiers'
import type { Day } from '../../core/lib/day'
import type { Plan } from '../../core/plan/plan'
import type { NumberFacts } from '../../core/records/facts'
import type { PhoneNumber } from '../../core/records/number'
import type { Facts } from '../../core/records/tables'
import { derivePlan } from '../../core/plan/derive-plan'
import { factsOfNumber } from '../../core/records/facts'

/**
 * Derives the plans of all numbers that are not closed, and only those anew whose facts, guide or services are not the same as last time:
 * a tick on one number costs one plan, however many numbers there are.
 * @param timeZone the user's, IANA name: the day on which a number was left is a day there
 */
export function planBook(catalog: Catalog, timeZone: string): (facts: Facts, today: Day) => ReadonlyMap<string, Plan> {
  let last = new Map<string, Made>()
  return (facts, today) => {
    const { services } = catalog
    const made = new Map<string, Made>()
    // In the order they were added, whatever order they were read in: what is as urgent stays in its place.
    for (const number of [...facts.numbers.values()].sort(byAge)) {
      const of = number.closedAt === null ? factsOfNumber(facts, number.id) : null
      if (!of)
        continue
      const before = last.get(number.id)
      const playbook = number.provider?.kind === 'catalog' ? catalog.provider(number.provider.id) ?? null : null
      const isSame = before !== undefined && before.today === today && before.playbook === playbook && before.services === services && isEqual(before.of, of)
      made.set(number.id, isSame ? before : { of, playbook, services, today, plan: derivePlan(of, playbook, catalog, today, { timeZone }) })
    }
    last = made
    return new Map([...made].map(([id, { plan }]) => [id, plan]))
  }
}

type Made = { of: NumberFacts, playbook: ProviderFacts | null, services: Catalog['services'], today: Day, plan: Plan }

/** The first added first. */
export function byAge(a: PhoneNumber, b: PhoneNumber): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)
}

/** Same rows, row for row: rows are never changed in place. */
function isEqual(a: NumberFacts, b: NumberFacts): boolean {
  const lists = ['bindings', 'ledgerEntries', 'refundClaims', 'contactLogs', 'ticks'] as const
  return a.number === b.number
    && a.accounts === b.accounts
    && lists.every(list => a[list].length === b[list].length && a[list].every((row, index) => row === b[list][index]))
}
