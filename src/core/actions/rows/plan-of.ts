import type { Day } from '../../lib/day'
import type { PlanCatalog, Playbook } from '../../plan/knowledge'
import type { Plan } from '../../plan/plan'
import type { Id } from '../../records/base'
import type { PhoneNumber } from '../../records/number'
import type { Facts } from '../../records/tables'
import { derivePlan } from '../../plan/derive-plan'
import { factsOfNumber } from '../../records/facts'

/** What an action behind the gate must know to derive the plan by itself; the app's `Catalog` fits as it is. */
export type Knowledge = PlanCatalog & { readonly provider: (id: string) => Playbook | undefined }

/** The plan of a number as the facts stand, or as it would be with other fields; null where there is no such number. */
export function planOf(facts: Facts, numberId: Id, catalog: Knowledge, today: Day, as: Partial<PhoneNumber> = {}): Plan | null {
  const of = factsOfNumber(facts, numberId)
  if (!of)
    return null
  const { provider } = of.number
  const playbook = provider?.kind === 'catalog' ? catalog.provider(provider.id) ?? null : null
  return derivePlan({ ...of, number: { ...of.number, ...as } }, playbook, catalog, today)
}
