import type { Day } from '../lib/day'
import type { Money } from '../lib/money'
import type { Id } from '../records/base'
import type { BindingState } from '../records/binding'
import type { Importance } from '../records/account'
import type { ExitRoute } from '../records/number'

/** The seven phases in order. */
export const PHASES = ['prepare', 'back-up', 'unbind', 'pre-flight', 'refund', 'cancel', 'follow-up'] as const
export type PhaseKey = typeof PHASES[number]

/** What the words of a task, reason or gate need. Days and money keep their types, the screen formats them. */
export type Params = { readonly [name: string]: string | number | null | { readonly day: Day } | { readonly money: Money } }

/** Why a task is there, or why it is due when it is. Words under `reason.<code>`. */
export type Reason = { readonly code: string, readonly params: Params }

/** late = due before today; today; soon = within 7 days; later = after that or without a day. */
export type Urgency = 'late' | 'today' | 'soon' | 'later'

/** One thing to do. Derived, never stored. */
export type Task = {
  /** Stable for a number: `prepare:confirm-rules`, `unbind:<binding id>`. */
  readonly key: string
  readonly numberId: Id
  readonly phase: PhaseKey
  /** What it is, for its words: `task.<kind>.title`. For unbinding it follows the state: `move-binding`, `verify-binding`. */
  readonly kind: string
  readonly params: Params
  readonly reasons: readonly Reason[]
  /** Keys of tasks of this plan that come first. */
  readonly waitsFor: readonly string[]
  readonly dueOn: Day | null
  readonly urgency: Urgency
  readonly state: 'open' | 'waiting' | 'done' | 'skipped' | 'snoozed'
  /** How it is ticked: by a tick of its own, by moving the binding on, or only by a fact that must be noted elsewhere. */
  readonly tickBy: 'tick' | 'binding' | 'fact'
  /** Where the fact of a `fact` task is noted; null for the others. */
  readonly noteAt: 'number' | 'ledger' | 'claims' | 'contacts' | null
  /** Only for unbind tasks. */
  readonly binding: {
    readonly id: Id
    readonly accountId: Id
    readonly serviceId: string | null
    readonly state: BindingState
    readonly importance: Importance
    /** Settled only when verified (high and critical). */
    readonly needsVerifying: boolean
    readonly isSettled: boolean
    /** Task key of the guard it is listed under; null at the top. */
    readonly under: string | null
    /** How many accounts of this plan open when it is done. */
    readonly opens: readonly Id[]
  } | null
  /** https page where it is done, from the catalogue; null = none known. */
  readonly link: string | null
  /** May be skipped with a reason. */
  readonly isSkippable: boolean
}

export type Phase = {
  readonly key: PhaseKey
  readonly tasks: readonly Task[]
  readonly done: number
  readonly total: number
  /** locked = a gate keeps it shut; idle = nothing to do here on this route. */
  readonly state: 'done' | 'current' | 'open' | 'locked' | 'ahead' | 'idle'
}

/** A condition that keeps a phase shut, and what opens it. */
export type Gate = {
  readonly key: 'backed-up' | 'bindings-settled' | 'line-active' | 'no-debt' | 'balance-known' | 'balance-settled' | 'auto-renew-off' | 'papers-ready' | 'not-porting' | 'port-done'
  /** Which phase it keeps shut. */
  readonly phase: 'cancel'
  readonly state: 'passed' | 'shut' | 'unknown' | 'skipped'
  readonly params: Params
  /** Task whose doing opens it; null when passed. */
  readonly opensBy: string | null
}

/** A day that matters, from one source for Today, the number's page and reminders. */
export type Deadline = {
  readonly numberId: Id
  readonly day: Day
  readonly kind: 'paid-through' | 'inactivity' | 'target' | 'keep-alive' | 'refund-expected' | 'call-back'
  readonly params: Params
}

/** The whole way out of one number. */
export type Plan = {
  readonly numberId: Id
  readonly route: ExitRoute
  readonly phases: readonly Phase[]
  readonly currentPhase: PhaseKey | null
  readonly gates: readonly Gate[]
  /** Whether the gate before the cancelling (or letting expire) is open, by conditions or by a recorded override. */
  readonly canCancel: boolean
  readonly isOverridden: boolean
  /** Open tasks in the order to do them; the first is "Next". Snoozed and waiting ones are not in it. */
  readonly nextTasks: readonly Task[]
  /** First day on which the number may be lost, and why; null = not known. */
  readonly lostOn: { readonly day: Day, readonly why: 'paid-through' | 'inactivity' } | null
  readonly warnings: readonly Reason[]
  readonly deadlines: readonly Deadline[]
  /** Bindings settled and in all (candidates and dismissed ones do not count). */
  readonly settled: number
  readonly bindings: number
  /** Balance for each currency as the ledger has it. */
  readonly balance: readonly Money[]
  /** Money not yet back, spent or written off: balance that is left plus open claims. */
  readonly atStake: readonly { readonly money: Money, readonly fate: 'refundable' | 'not-refundable' | 'unknown' | 'asked', readonly expectedBy: Day | null }[]
  /** Accounts that guard one another in a ring, each ring once. */
  readonly guardCycles: readonly (readonly Id[])[]
}
