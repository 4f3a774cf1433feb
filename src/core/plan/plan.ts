import type { Day } from '../lib/day'
import type { Money } from '../lib/money'
import type { Importance } from '../records/account'
import type { Id } from '../records/base'
import type { BindingState } from '../records/binding'
import type { ExitRoute, ProviderRef } from '../records/number'
import type { DeadlineKind, GateKey, ReasonCode, TaskKind, WarningCode } from './codes'
import type { Ring } from './ring'

/** The seven phases in order. */
export const PHASES = ['prepare', 'back-up', 'unbind', 'pre-flight', 'refund', 'cancel', 'follow-up'] as const
export type PhaseKey = typeof PHASES[number]

/**
 * One thing that words are filled with. Days and money keep their types, and names their ids: the screen formats them.
 * An account is shown by its service's name; a provider of null is "your provider".
 */
export type Param
  = | string
    | number
    | null
    | { readonly day: Day }
    | { readonly money: Money }
    | { readonly account: Id }
    | { readonly accounts: readonly Id[] }
    | { readonly provider: ProviderRef | null }

/** What the words of a task, reason, warning or gate need. Which names there are stands beside each code in `codes.ts`. */
export type Params = { readonly [name: string]: Param }

/** Why a task is there, or why it is due when it is. Words under `reason.<code>`. The most telling one comes first. */
export type Reason = { readonly code: ReasonCode, readonly params: Params }

/** Something that will go wrong if nothing is done. Words under `warning.<code>`. */
export type Warning = {
  readonly code: WarningCode
  readonly params: Params
  /** Task that mends it; null where nothing can be ticked. */
  readonly taskKey: string | null
}

/** late = due before today; today; soon = within 7 days; later = after that or without a day. */
export type Urgency = 'late' | 'today' | 'soon' | 'later'

export type TaskState = 'open' | 'waiting' | 'done' | 'skipped' | 'snoozed'

/** What an unbind task knows of its binding. */
export type TaskBinding = {
  readonly id: Id
  readonly accountId: Id
  /** Id in the catalogue; null for a service the user named. */
  readonly serviceId: string | null
  readonly state: BindingState
  readonly importance: Importance
  /** Settled only when verified (high and critical). */
  readonly needsVerifying: boolean
  readonly isSettled: boolean
  /** Task key of the unsettled guard it is listed under; null at the top. */
  readonly under: string | null
  /** Accounts of this plan that wait for this one alone: they open when it is done. */
  readonly opens: readonly Id[]
}

/** One thing to do. Derived, never stored. */
export type Task = {
  /** Stable for a number, whatever the playbook says by then: `prepare:confirm-rules`, `unbind:<binding id>`. */
  readonly key: string
  readonly numberId: Id
  readonly phase: PhaseKey
  /** What it is, for its words: `task.<kind>`. For unbinding it follows the state: `move-binding`, `verify-binding`. */
  readonly kind: TaskKind
  readonly params: Params
  readonly reasons: readonly Reason[]
  /** Keys of tasks of this plan that come first and are not done. */
  readonly waitsFor: readonly string[]
  readonly dueOn: Day | null
  readonly urgency: Urgency
  /** It can be done, but something is under way until that day; only of the last step. */
  readonly betterFrom: Day | null
  readonly state: TaskState
  /** Only when snoozed: the day it wakes. */
  readonly snoozedUntil: Day | null
  /**
   * How it is ticked: by a tick of its own, by moving the binding on, or only by a fact that is noted elsewhere.
   * A `tick` task may be done by a fact as well (a login is known once it is noted).
   */
  readonly tickBy: 'tick' | 'binding' | 'fact'
  /** Where the fact that does it is noted; null where none does. */
  readonly noteAt: 'number' | 'ledger' | 'claims' | 'contacts' | null
  /** Only for unbind tasks. */
  readonly binding: TaskBinding | null
  /** https page where it is done, from the catalogue; null = none known. */
  readonly link: string | null
  /** May be skipped with a reason. */
  readonly isSkippable: boolean
  /** May be answered with "it is not so"; then the task asks for the way out instead. */
  readonly canFail: boolean
  /** It was answered so. */
  readonly isFailed: boolean
  /** The user's note; of a skipped or snoozed task its reason. Notes of a binding stand in the binding. */
  readonly note: string
}

export type Phase = {
  readonly key: PhaseKey
  /** In the order to do them. Unbind: safe order, settled ones last. */
  readonly tasks: readonly Task[]
  readonly done: number
  readonly total: number
  /** locked = a gate keeps it shut; ahead = its turn comes later; idle = nothing to do here on this route. */
  readonly state: 'done' | 'current' | 'open' | 'locked' | 'ahead' | 'idle'
}

/** A condition that keeps the last step shut, and what opens it. */
export type Gate = {
  readonly key: GateKey
  readonly phase: 'cancel'
  readonly state: 'passed' | 'shut' | 'unknown' | 'skipped'
  readonly params: Params
  /** Task whose doing opens it (the first of several); null when passed or skipped. */
  readonly opensBy: string | null
}

/** A day that matters, from one source for Today, the number's page and reminders. */
export type Deadline = {
  readonly numberId: Id
  readonly day: Day
  readonly kind: DeadlineKind
  readonly params: Params
}

/** Money not yet back, spent or written off. */
export type Stake = {
  readonly money: Money
  readonly fate: 'refundable' | 'not-refundable' | 'unknown' | 'asked'
  /** Only when asked. */
  readonly expectedBy: Day | null
  /** Whole days since `expectedBy`; 0 when it is not late. */
  readonly daysLate: number
  readonly provider: ProviderRef | null
}

/** First day on which the number may be lost. */
export type Loss = { readonly day: Day, readonly why: 'paid-through' | 'inactivity' }

/** The whole way out of one number. */
export type Plan = {
  readonly numberId: Id
  readonly route: ExitRoute
  readonly phases: readonly Phase[]
  /** Phase of the next action; null when closed. */
  readonly currentPhase: PhaseKey | null
  /** Empty on `keep`, and once the number is left. */
  readonly gates: readonly Gate[]
  /**
   * Whether the gate before the route's last step is open, by conditions or by a recorded override.
   * False on `keep` and once the number is left. On `port-out` the last step is a port, never a cancel.
   */
  readonly canCancel: boolean
  readonly isOverridden: boolean
  /** The number is on its way to another provider: that is seen through, whatever the gates say. */
  readonly isPortUnderWay: boolean
  /** The line is cancelled, ported out or lapsed; what remains is following up. */
  readonly hasLeft: boolean
  /** Day it was left; null = not left, or not known. */
  readonly leftOn: Day | null
  /** The line no longer receives anything, yet bindings hang on it. */
  readonly isRescue: boolean
  readonly isClosed: boolean
  /**
   * Open tasks in the order to do them; the first is "Next". Never empty unless closed.
   * Waiting ones are not in it; snoozed ones only when nothing else is left.
   */
  readonly nextTasks: readonly Task[]
  /** First day on which the number may be lost, and why; null = not known, or left. */
  readonly lostOn: Loss | null
  readonly warnings: readonly Warning[]
  readonly deadlines: readonly Deadline[]
  /** Bindings settled and in all (candidates and dismissed ones do not count). */
  readonly settled: number
  readonly bindings: number
  /** Where the bindings stand, for the progress ring. */
  readonly ring: Ring
  /** Balance for each currency as the ledger has it. */
  readonly balance: readonly Money[]
  /** Empty on `keep`: what lies on a kept line is not at stake. */
  readonly atStake: readonly Stake[]
  /** Accounts with unsettled bindings here that guard one another in a ring, each ring once. */
  readonly guardCycles: readonly (readonly Id[])[]
}
