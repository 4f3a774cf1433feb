import type { Catalog } from '../catalog/catalog'
import type { Day } from '../lib/day'
import type { Plan, Task, Urgency } from '../plan/plan'
import type { Account, Category, Importance } from '../records/account'
import type { Id } from '../records/base'
import type { Binding } from '../records/binding'
import type { PhoneNumber } from '../records/number'
import type { Facts } from '../records/tables'
import { addDays } from '../lib/day'
import { importanceOf, isCounted, isSettled, needsVerifying } from '../plan/settled'

/** One binding as the lists over all numbers show it. */
export type BindingRow = {
  readonly id: Id
  readonly binding: Binding
  readonly account: Account
  readonly number: PhoneNumber
  /** The service as it is called on screen. */
  readonly name: string
  readonly category: Category
  readonly importance: Importance
  readonly isSettled: boolean
  /** It has left the number, and the new way was not tried yet though it must be. */
  readonly isToVerify: boolean
  /** The plan's day, which heeds the user's own; the user's own where no plan asks for it. Null once settled. */
  readonly dueOn: Day | null
  readonly urgency: Urgency
  /** Its task in the plan of its number; null where there is none (kept, closed). */
  readonly task: Task | null
  /** Place among all tasks as the plans have them, the oldest number first; rows without a task come after. */
  readonly place: number
}

export type RowSource = {
  readonly facts: Pick<Facts, 'bindings' | 'accounts' | 'numbers'>
  /** By number id, in the order of numbers. */
  readonly plans: ReadonlyMap<Id, Plan>
  readonly catalog: Pick<Catalog, 'service'>
  readonly today: Day
  /** How a service is called on screen. */
  readonly nameOf: (account: Account) => string
}

/** All bindings that count, over all numbers, in the order of the record. Candidates wait elsewhere. */
export function readRows({ facts, plans, catalog, today, nameOf }: RowSource): BindingRow[] {
  const tasks = tasksByBinding(plans)
  const known = new Map<Id, Known>()
  const knownOf = (account: Account): Known => {
    const found = known.get(account.id)
    if (found)
      return found
    const service = account.service.kind === 'catalog' ? catalog.service(account.service.id) : undefined
    const category = account.service.kind === 'own' ? account.service.category : service?.category ?? 'other'
    const made = { name: nameOf(account), category, importance: importanceOf(account, service) }
    known.set(account.id, made)
    return made
  }
  const soon = addDays(today, NEAR_DAYS)
  const rows: BindingRow[] = []
  for (const binding of facts.bindings.values()) {
    const account = facts.accounts.get(binding.accountId)
    const number = facts.numbers.get(binding.numberId)
    if (!account || !number || !isCounted(binding))
      continue
    const { name, category, importance } = knownOf(account)
    const settled = isSettled(binding, importance)
    const found = tasks.get(binding.id)
    // The plan heeds the user's own day, and may need it done sooner.
    const dueOn = settled ? null : found ? found.task.dueOn : binding.dueOn
    rows.push({
      id: binding.id,
      binding,
      account,
      number,
      name,
      category,
      importance,
      isSettled: settled,
      isToVerify: binding.state === 'moved' && needsVerifying(importance),
      dueOn,
      // What was put off is not late: it is taken up again on its day.
      urgency: found?.task.state === 'snoozed' ? 'later' : urgencyOf(dueOn, today, soon),
      task: found?.task ?? null,
      place: found?.place ?? Number.MAX_SAFE_INTEGER,
    })
  }
  return rows
}

type Known = Pick<BindingRow, 'name' | 'category' | 'importance'>

/** Days after today that count as near, as in the plan. */
const NEAR_DAYS = 7

function urgencyOf(due: Day | null, today: Day, soon: Day): Urgency {
  if (due === null || due > soon)
    return 'later'
  return due < today ? 'late' : due === today ? 'today' : 'soon'
}

function tasksByBinding(plans: ReadonlyMap<Id, Plan>): ReadonlyMap<Id, { task: Task, place: number }> {
  const found = new Map<Id, { task: Task, place: number }>()
  for (const plan of plans.values()) {
    for (const phase of plan.phases) {
      for (const task of phase.tasks) {
        if (task.binding)
          found.set(task.binding.id, { task, place: found.size })
      }
    }
  }
  return found
}
