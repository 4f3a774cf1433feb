import type { Action, Context } from '../../../../../src/core/actions/action'
import type { Knowledge } from '../../../../../src/core/actions/rows/plan-of'
import type { Money } from '../../../../../src/core/lib/money'
import type { Param, Plan, Task } from '../../../../../src/core/plan/plan'
import type { Facts } from '../../../../../src/core/records/tables'
import { askRefund } from '../../../../../src/core/actions/ask-refund'
import { applyChanges } from '../../../../../src/core/actions/apply'
import { closeNumber } from '../../../../../src/core/actions/close-number'
import { editNumber } from '../../../../../src/core/actions/edit-number'
import { logContact } from '../../../../../src/core/actions/log-contact'
import { markBindingMoved } from '../../../../../src/core/actions/mark-binding-moved'
import { markBindingVerified } from '../../../../../src/core/actions/mark-binding-verified'
import { noteBalance } from '../../../../../src/core/actions/note-balance'
import { planOf } from '../../../../../src/core/actions/rows/plan-of'
import { setClaimState } from '../../../../../src/core/actions/set-claim-state'
import { setLineStatus } from '../../../../../src/core/actions/set-line-status'
import { tickTask } from '../../../../../src/core/actions/tick-task'
import { dayIn, moneyIn } from '../../../../../src/core/plan/params'
import { addDays } from '../../../../../src/core/lib/day'

/** An action with its input, still to be run. */
export type Move = (facts: Facts, context: Context) => ReturnType<Action<never, unknown>>

function move<Input, Value>(action: Action<Input, Value>, input: Input): Move {
  return (facts, context) => action(facts, input, context)
}

function mustMoneyIn(param: Param | undefined): Money {
  const money = moneyIn(param)
  if (!money)
    throw new Error('a task about money names none')
  return money
}

/** The action by which a user does a task, as its screen offers it. Throws where a task has no such action: then nobody could do it. */
export function moveFor(task: Task, catalog: Knowledge, today: string): Move {
  const { numberId, key: taskKey, kind, params, binding } = task
  if (binding)
    return binding.state === 'moved' ? move(markBindingVerified, { bindingId: binding.id }) : move(markBindingMoved, { bindingId: binding.id })
  if (task.tickBy === 'tick')
    return move(tickTask, { numberId, taskKey, catalog })
  switch (kind) {
    case 'choose-date':
    case 'choose-new-date':
      return move(editNumber, { numberId, targetExitOn: addDays(today, 30) })
    case 'keep-alive':
      return move(editNumber, { numberId, lastActivityOn: today })
    case 'check-line-alive':
      return params['why'] === 'paid-through' ? move(editNumber, { numberId, paidThroughOn: addDays(today, 400) }) : move(editNumber, { numberId, lastActivityOn: today })
    case 'top-up':
    case 'note-renewal':
      return move(editNumber, { numberId, paidThroughOn: addDays(dayIn(params['day']) ?? today, 400) })
    case 'reactivate-line':
    case 'unfreeze-line':
    case 'pay-arrears':
    case 'finish-port':
      return move(setLineStatus, { numberId, status: 'active', catalog })
    case 'note-balance':
      return move(noteBalance, { numberId, balance: { amountMinor: 0, currency: 'USD' } })
    case 'pay-debt':
    case 'use-up-balance':
      return move(noteBalance, { numberId, balance: { amountMinor: 0, currency: mustMoneyIn(params['money']).currency } })
    case 'ask-refund':
    case 'ask-refund-rule':
      return move(askRefund, { numberId, amount: mustMoneyIn(params['money']) })
    case 'note-reference':
      return move(logContact, { numberId, channel: 'phone', reference: 'R-1' })
    case 'refund-arrived':
    case 'chase-refund':
      return move(setClaimState, { claimId: taskKey.slice('follow-up:refund:'.length), state: 'received' })
    case 'close':
      return move(closeNumber, { numberId, catalog })
    default:
      throw new Error(`no action does ${taskKey} (${kind})`)
  }
}

export function tasksOf(plan: Plan): Task[] {
  return plan.phases.flatMap(phase => phase.tasks)
}

export function isOver(task: Pick<Task, 'state'>): boolean {
  return task.state === 'done' || task.state === 'skipped'
}

/** The plan of a number that is surely there. */
export function mustPlan(facts: Facts, numberId: string, catalog: Knowledge, today: string): Plan {
  const plan = planOf(facts, numberId, catalog, today)
  if (!plan)
    throw new Error(`no plan of ${numberId}`)
  return plan
}

const MOST_MOVES = 12

/** Does a task, and before it whatever it waits for, until it is over or no longer asked; throws where that does not come about. */
export function doTask(facts: Facts, numberId: string, taskKey: string, catalog: Knowledge, context: () => Context): Facts {
  let now = facts
  for (let count = 0; count < MOST_MOVES; count++) {
    const at = context()
    const plan = mustPlan(now, numberId, catalog, at.today)
    const tasks = new Map(tasksOf(plan).map(task => [task.key, task]))
    let task = tasks.get(taskKey)
    // What comes first is done first.
    while (task && !isOver(task) && task.waitsFor.length > 0)
      task = tasks.get(task.waitsFor[0]!)
    if (!task || isOver(task))
      return now
    // A line that is kept alive is used again and again: what was used today is asked for until its next day.
    if (task.kind === 'keep-alive' && now.numbers.get(numberId)?.lastActivityOn === at.today)
      return now
    const outcome = moveFor(task, catalog, at.today)(now, at)
    if ('refused' in outcome)
      throw new Error(`${task.key} (${task.kind}) is refused: ${JSON.stringify(outcome)}`)
    now = applyChanges(now, outcome.changes)
    if (task.key === taskKey && task.binding === null) {
      const after = tasksOf(mustPlan(now, numberId, catalog, at.today)).find(item => item.key === taskKey)
      if (!after || isOver(after) || after.kind === 'keep-alive' || after.dueOn !== task.dueOn)
        return now
    }
  }
  throw new Error(`${taskKey} is still open after ${MOST_MOVES} moves`)
}
