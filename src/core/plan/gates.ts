import type { Gate, Params, Task } from './plan'
import type { Situation } from './situation'
import { moneyOf } from './balance'
import { bestChannel } from './phases/cancel'
import { asksPortWish, BALANCE_KEY, DEBT_KEY, isCooldown, LINE_KEY, needsLine, NO_PORT_KEY, RENEWAL_KEY, STORE_KEY } from './phases/pre-flight'
import { LIST_KEY, LOGIN_KEY } from './phases/prepare'
import { isUnbinding } from './phases/unbind'
import { NO_PARAMS } from './task-builder'

/** Tasks that gates look at. */
type GateTasks = {
  readonly prepare: readonly Task[]
  readonly backUp: readonly Task[]
  readonly unbind: readonly Task[]
  readonly preFlight: readonly Task[]
  readonly refund: readonly Task[]
}

/**
 * The conditions before the route's last step, missing ones included, each with the task that opens it.
 *
 * - cancel: all of them.
 * - let-expire: nothing about a port (but for one under way), the line's state, renewal or papers; turning the renewal
 *   off is itself the step behind the gate, since it is what ends the line. An app store's subscription is another matter.
 * - port-out: bindings go along with the number, so they do not have to be settled; the balance does, for the account
 *   closes with the port.
 */
export function gatesOf(situation: Situation, tasks: GateTasks): Gate[] {
  const { route, hasLeft, isClosed, number } = situation
  if (route === 'keep' || hasLeft || isClosed)
    return []
  const isPortInTheWay = number.lineStatus === 'porting' && route !== 'port-out'
  const renewals = tasks.preFlight.filter(task => task.key === RENEWAL_KEY || task.key === STORE_KEY)
  const cooldowns = tasks.preFlight.filter(isCooldown)
  const login = tasks.prepare.find(task => task.key === LOGIN_KEY)
  const noPort = tasks.preFlight.find(task => task.key === NO_PORT_KEY)
  const papers = tasks.preFlight.filter(isPaper)
  return [
    fromTasks('backed-up', tasks.backUp),
    ...isUnbinding(situation) ? [bindingsGate(tasks)] : [],
    ...cooldowns.length > 0 ? [fromTasks('cooldowns-over', cooldowns)] : [],
    ...login && needsLogin(situation) ? [fromTasks('login-works', [login])] : [],
    ...isPortInTheWay ? [fromTasks('port-done', tasks.preFlight.filter(task => task.key === LINE_KEY))] : [],
    ...needsLine(situation) && !isPortInTheWay ? [lineGate(situation, tasks.preFlight)] : [],
    debtGate(situation),
    situation.isBalanceKnown ? gate('balance-known', 'passed') : gate('balance-known', 'unknown', BALANCE_KEY),
    balanceGate(situation, tasks.refund),
    ...renewals.length > 0 ? [renewalGate(renewals)] : [],
    ...papers.length > 0 ? [fromTasks('papers-ready', papers)] : [],
    ...noPort && asksPortWish(situation) ? [isOver(noPort) ? gate('not-porting', 'passed') : gate('not-porting', 'unknown', NO_PORT_KEY)] : [],
  ]
}

/** Is this condition met, or skipped knowingly? */
export function isGateOpen(item: Gate): boolean {
  return item.state === 'passed' || item.state === 'skipped'
}

function gate(key: Gate['key'], state: Gate['state'], opensBy: string | null = null, params: Params = NO_PARAMS): Gate {
  return { key, phase: 'cancel', state, params, opensBy }
}

function isOver(task: Task): boolean {
  return task.state === 'done' || task.state === 'skipped'
}

function isPaper(task: Task): boolean {
  return task.kind.startsWith('need-') || task.kind === 'get-port-papers'
}

/** Open when all of the tasks are over; skipped when one of them was. */
function fromTasks(key: Gate['key'], tasks: readonly Task[]): Gate {
  const missing = tasks.filter(task => !isOver(task))
  const params = { count: missing.length }
  if (missing.length > 0)
    return gate(key, 'shut', missing[0]!.key, params)
  return gate(key, tasks.some(task => task.state === 'skipped') ? 'skipped' : 'passed', null, params)
}

/** Shut while one is not settled; unknown until the user said that there are no others. */
function bindingsGate({ unbind, prepare }: GateTasks): Gate {
  const missing = unbind.filter(task => !isOver(task))
  const first = missing.find(task => task.state === 'open') ?? missing[0]
  if (first)
    return gate('bindings-settled', 'shut', first.key, { count: missing.length })
  const list = prepare.find(task => task.key === LIST_KEY)
  return list && !isOver(list) ? gate('bindings-settled', 'unknown', LIST_KEY, { count: 0 }) : gate('bindings-settled', 'passed', null, { count: 0 })
}

/** A line that is cancelled by signing in cannot be left by who cannot sign in. Elsewhere somebody can be asked. */
function needsLogin(situation: Situation): boolean {
  const channel = bestChannel(situation)
  return situation.route === 'cancel' && (channel === 'online' || channel === 'app')
}

/** Shut where something is known to go on charging, unknown where that is still to be found out. */
function renewalGate(tasks: readonly Task[]): Gate {
  const missing = tasks.filter(task => !isOver(task))
  const first = missing.find(task => !ASKS.has(task.kind)) ?? missing[0]
  return first ? gate('auto-renew-off', ASKS.has(first.kind) ? 'unknown' : 'shut', first.key) : gate('auto-renew-off', 'passed')
}
const ASKS: ReadonlySet<Task['kind']> = new Set<Task['kind']>(['check-renewal', 'check-store-subscription'])

function lineGate({ number }: Situation, tasks: readonly Task[]): Gate {
  const task = tasks.find(item => item.key === LINE_KEY)
  const isActive = task === undefined || isOver(task)
  return gate('line-active', isActive ? 'passed' : 'shut', isActive ? null : LINE_KEY, { status: number.lineStatus })
}

/** A debt by the ledger; unknown while nothing is known of the balance. Arrears stand with the line's state. */
function debtGate({ balance, isBalanceKnown }: Situation): Gate {
  const debt = balance.find(line => line.balanceMinor < 0)
  if (debt)
    return gate('no-debt', 'shut', DEBT_KEY, { money: { money: moneyOf(debt.currency, -debt.balanceMinor) } })
  return isBalanceKnown ? gate('no-debt', 'passed', null, { money: null }) : gate('no-debt', 'unknown', BALANCE_KEY, { money: null })
}

function balanceGate({ balance, isBalanceKnown }: Situation, tasks: readonly Task[]): Gate {
  const open = balance.filter(line => line.openMinor > 0)
  const first = open[0]
  const params = { money: first ? { money: moneyOf(first.currency, first.openMinor) } : null, count: open.length }
  if (first)
    return gate('balance-settled', 'shut', tasks.find(task => !isOver(task) && task.tickBy === 'fact')?.key ?? null, params)
  return isBalanceKnown ? gate('balance-settled', 'passed', null, params) : gate('balance-settled', 'unknown', BALANCE_KEY, params)
}
