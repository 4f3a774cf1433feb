import type { Day } from '../lib/day'
import type { NumberFacts } from '../records/facts'
import type { PlanCatalog, PlanOptions, Playbook } from './knowledge'
import type { Phase, PhaseKey, Plan, Task } from './plan'
import type { Situation } from './situation'
import { moneyOf, stakesOf } from './balance'
import { deadlinesOf } from './deadlines'
import { gatesOf, isGateOpen } from './gates'
import { milestonesOf } from './milestones'
import { nextTasksOf } from './next'
import { backUpDrafts } from './phases/back-up'
import { cancelDrafts } from './phases/cancel'
import { followUpDrafts } from './phases/follow-up'
import { preFlightDrafts } from './phases/pre-flight'
import { prepareDrafts } from './phases/prepare'
import { refundDrafts } from './phases/refund'
import { isUnbinding, unbindDrafts } from './phases/unbind'
import { PHASES } from './plan'
import { ringLeft } from './ring'
import { readSituation } from './situation'
import { taskBuilder } from './task-builder'
import { warningsOf } from './warnings'

/**
 * The whole way out of one number: same facts, same plan. Knows no database, no screen and no clock.
 *
 * @param facts one number with all that hangs on it, its ticks included
 * @param playbook the provider's facts from the catalogue; null = the catalogue does not know it, or none is noted
 * @param catalog services and rules by id and country: the catalogue itself
 * @param today the user's calendar day
 */
export function derivePlan(facts: NumberFacts, playbook: Playbook | null, catalog: PlanCatalog, today: Day, options: PlanOptions = {}): Plan {
  const situation = readSituation(facts, playbook, catalog, today, options)
  const { tasksOf, gates, canCancel } = makeTasks(situation)
  const tasks = PHASES.flatMap(key => tasksOf[key])
  const { number, isClosed, hasLeft, ring } = situation
  const nextTasks = isClosed ? [] : nextTasksOf(tasks)
  const currentPhase = phaseOfNext(nextTasks, tasks, hasLeft)

  return {
    numberId: number.id,
    route: number.exitRoute,
    phases: PHASES.map(key => phaseOf(key, tasksOf[key], currentPhase, situation, canCancel)),
    currentPhase,
    gates,
    canCancel,
    isOverridden: situation.override !== null,
    isPortUnderWay: !hasLeft && !isClosed && isUnderWay(situation),
    hasLeft,
    leftOn: situation.leftOn,
    isRescue: situation.isRescue && !isClosed,
    isClosed,
    nextTasks,
    lostOn: isClosed ? null : situation.lost,
    warnings: warningsOf(situation, tasksOf.prepare),
    deadlines: deadlinesOf(situation, tasks),
    settled: situation.entries.length - ringLeft(ring),
    bindings: situation.entries.length,
    ring,
    balance: situation.balance.map(line => moneyOf(line.currency, line.balanceMinor)),
    atStake: situation.route === 'keep' && !hasLeft ? [] : stakesOf(facts, situation.balance, playbook, situation.todayNumber),
    guardCycles: isUnbinding(situation) ? situation.order.rings : [],
  }
}

/** Tasks of all phases in order, since some wait for earlier ones; the gates between the checks and the last step. */
function makeTasks(situation: Situation) {
  const builder = taskBuilder(situation)
  const unbind = unbindDrafts(situation)
  const due = milestonesOf(situation, unbind.firstDue)
  const before = {
    'prepare': builder.phase('prepare', prepareDrafts(situation, due)),
    'back-up': builder.phase('back-up', backUpDrafts(situation, due)),
    'unbind': builder.phase('unbind', unbind.drafts),
    'pre-flight': builder.phase('pre-flight', preFlightDrafts(situation, due)),
    'refund': builder.phase('refund', refundDrafts(situation, due)),
  }
  const gates = gatesOf(situation, { prepare: before.prepare, backUp: before['back-up'], unbind: before.unbind, preFlight: before['pre-flight'], refund: before.refund })
  const canCancel = gates.length > 0 && (situation.override !== null || gates.every(isGateOpen))
  const shutBy = canCancel || isUnderWay(situation) ? [] : [...new Set(gates.flatMap(gate => gate.opensBy ?? []))]
  const tasksOf: Record<PhaseKey, Task[]> = {
    ...before,
    'cancel': builder.phase('cancel', cancelDrafts(situation, due, canCancel ? 0 : gates.filter(item => !isGateOpen(item)).length), shutBy),
    'follow-up': builder.phase('follow-up', followUpDrafts(situation)),
  }
  return { tasksOf: situation.isClosed ? onlyOver(tasksOf) : tasksOf, gates, canCancel }
}

/** Of a closed number only what was done is kept. */
function onlyOver(tasksOf: Record<PhaseKey, Task[]>): Record<PhaseKey, Task[]> {
  const over = (key: PhaseKey): Task[] => tasksOf[key].filter(task => task.state === 'done' || task.state === 'skipped')
  return {
    'prepare': over('prepare'),
    'back-up': over('back-up'),
    'unbind': over('unbind'),
    'pre-flight': over('pre-flight'),
    'refund': over('refund'),
    'cancel': over('cancel'),
    'follow-up': over('follow-up'),
  }
}

/** A port that has begun is seen through, whatever the gates say. */
function isUnderWay({ number, route }: Situation): boolean {
  return number.lineStatus === 'porting' && route === 'port-out'
}

/** The phase that the next action belongs to. What is to be followed up meanwhile does not move it before the number is left. */
function phaseOfNext(next: readonly Task[], tasks: readonly Task[], hasLeft: boolean): PhaseKey | null {
  const isBefore = (task: Task): boolean => task.phase !== 'follow-up'
  // What was put off holds its phase: the way does not lead past it.
  const main = hasLeft || next.length === 0 ? undefined : next.find(isBefore) ?? tasks.find(task => isBefore(task) && task.state === 'snoozed')
  return (main ?? next[0])?.phase ?? null
}

function phaseOf(key: PhaseKey, tasks: readonly Task[], current: PhaseKey | null, situation: Situation, canCancel: boolean): Phase {
  const done = tasks.reduce((count, task) => task.state === 'done' || task.state === 'skipped' ? count + 1 : count, 0)
  return { key, tasks, done, total: tasks.length, state: stateOf(key, tasks.length, done, current, situation, canCancel) }
}

const LED_UP: readonly PhaseKey[] = ['prepare', 'back-up', 'pre-flight', 'refund']

function stateOf(key: PhaseKey, total: number, done: number, current: PhaseKey | null, { hasLeft, isClosed, route, isBalanceKnown }: Situation, canCancel: boolean): Phase['state'] {
  // What led up to a number that was left is behind it, though its tasks are no longer asked for.
  if (total === 0 && hasLeft && LED_UP.includes(key))
    return 'done'
  if (total === 0)
    return key === 'refund' && !isBalanceKnown && !hasLeft && !isClosed && route !== 'keep' ? 'ahead' : 'idle'
  if (done === total)
    return 'done'
  if (key === current)
    return 'current'
  if (key === 'cancel' && !canCancel && !hasLeft)
    return 'locked'
  return current !== null && PHASES.indexOf(key) > PHASES.indexOf(current) ? 'ahead' : 'open'
}
