import type { TaskKind } from './codes'
import type { PhaseKey, Plan, Task } from './plan'

/** Tasks that wait for a day of their own: nothing is gained by doing them sooner. */
const FOR_THEIR_DAY: ReadonlySet<TaskKind> = new Set<TaskKind>([
  'call-back',
  'refund-arrived',
  'line-is-dead',
  'codes-arrive',
  'access-works',
  'no-forgotten',
  'wait-cooldown',
  'confirm-deletion',
  'no-more-charges',
  'aging-over',
  'let-expire',
])
/** Tasks that are quick but recur: only once they are near do they come before the work itself. */
const WHEN_NEAR: ReadonlySet<TaskKind> = new Set<TaskKind>(['keep-alive', 'top-up', 'note-renewal'])

/** late, today, in turn, on its day. What a rescue asks for today counts as late: the codes go nowhere already. */
export function turnOf(task: Task): 0 | 1 | 2 | 3 {
  if (task.urgency === 'late')
    return 0
  if (task.urgency === 'today')
    return task.kind === 'rescue-binding' ? 0 : 1
  if (WHEN_NEAR.has(task.kind))
    return task.urgency === 'soon' ? 2 : 3
  return task.betterFrom !== null || (FOR_THEIR_DAY.has(task.kind) && task.dueOn !== null) ? 3 : 2
}

/**
 * What to do next: late first, then today's, then in the order of phases and of safety, then what waits for its day,
 * by that day. Snoozed tasks come only where nothing else is left, the first to wake first.
 * @param tasks of one plan, in its order
 */
export function nextTasksOf(tasks: readonly Task[]): Task[] {
  const turns: Task[][] = [[], [], [], []]
  for (const task of tasks) {
    if (task.state === 'open')
      turns[turnOf(task)]!.push(task)
  }
  turns[3]!.sort((a, b) => compareDays(a.dueOn, b.dueOn))
  const next = turns.flat()
  return next.length > 0 ? next : tasks.filter(task => task.state === 'snoozed').sort((a, b) => compareDays(a.snoozedUntil, b.snoozedUntil))
}

/** On this side of the last step; once the number is left there is only the other. */
function isBeforeGate({ hasLeft }: Plan, { phase }: Task): boolean {
  return hasLeft || phase !== 'follow-up'
}

/**
 * Where a plan leads on once a task of `phase` was done or put off: to what is open there, else to what is next before
 * the last step, else to what was put off before it. What follows the step is not looked at while something stands before it.
 */
export function taskAfter(plan: Plan, phase: PhaseKey): Task | undefined {
  return plan.phases.find(({ key }) => key === phase)?.tasks.find(task => task.state === 'open')
    ?? plan.nextTasks.find(task => task.state === 'open' && isBeforeGate(plan, task))
    ?? putOffBeforeGate(plan)
    ?? plan.nextTasks[0]
}

/** Where a plan opens: at what is next, unless that only waits for its day while something was put off before the last step. */
export function firstTask(plan: Plan): Task | undefined {
  const [next] = plan.nextTasks
  return next && turnOf(next) === 3 && !isBeforeGate(plan, next) ? putOffBeforeGate(plan) ?? next : next
}

/** Is all that could be done before the last step put off? */
export function isAllPutOff(plan: Plan): boolean {
  return putOffBeforeGate(plan) !== undefined && !plan.nextTasks.some(task => task.state === 'open' && isBeforeGate(plan, task))
}

function putOffBeforeGate(plan: Plan): Task | undefined {
  return plan.phases.flatMap(({ tasks }) => tasks).find(task => task.state === 'snoozed' && isBeforeGate(plan, task))
}

/** Earlier days first, no day last. */
export function compareDays(a: string | null, b: string | null): number {
  return a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1
}
