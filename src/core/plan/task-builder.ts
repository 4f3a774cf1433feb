import type { Day } from '../lib/day'
import type { Tick } from '../records/tick'
import type { TaskKind } from './codes'
import type { DayNumber } from './day-number'
import type { Params, PhaseKey, Reason, Task, TaskBinding, TaskState, Urgency } from './plan'
import type { Situation } from './situation'
import { dayOfNumber } from './day-number'

/** A task before ticks, waiting and today are laid over it. What is left out takes the quiet default. */
export type Draft = {
  readonly key: string
  readonly kind: TaskKind
  readonly params?: Params
  readonly reasons?: readonly (Reason | null)[]
  /** Keys of tasks made before this one; those that are done by then are dropped. */
  readonly after?: readonly string[]
  readonly due?: DayNumber | null
  /** Day until which something is under way; left out = none. */
  readonly betterFrom?: Day | null
  /** Done by a fact, ticked or not. */
  readonly isDone?: boolean
  /** Default `tick`. */
  readonly tickBy?: Task['tickBy']
  readonly noteAt?: Task['noteAt']
  readonly binding?: TaskBinding
  readonly link?: string | null
  readonly isSkippable?: boolean
  /** What it asks for once the user has said that it is not so; left out where there is no such answer. */
  readonly failKind?: TaskKind
}

export const NO_PARAMS: Params = {}
const NO_KEYS: readonly string[] = []
const NO_REASONS: readonly Reason[] = []

export function reason(code: Reason['code'], params: Params = NO_PARAMS): Reason {
  return { code, params }
}

/** Days within which a task counts as soon. */
const SOON_DAYS = 7

export function urgencyOf(due: DayNumber | null, today: DayNumber): Urgency {
  if (due === null)
    return 'later'
  return due < today ? 'late' : due === today ? 'today' : due <= today + SOON_DAYS ? 'soon' : 'later'
}

/** Makes the tasks of a plan one after the other, and remembers what is done for those that wait. */
type TaskBuilder = {
  /** Makes the tasks of a phase, in the order given; all of them wait for what is in `behind`. */
  readonly phase: (phase: PhaseKey, drafts: Iterable<Draft>, behind?: readonly string[]) => Task[]
  /** Is there such a task by now, and is it neither done nor skipped? */
  readonly isOpen: (key: string) => boolean
}

export function taskBuilder({ ticks, today, todayNumber, number }: Situation): TaskBuilder {
  const open = new Set<string>()
  const days = new Map<DayNumber, Day>()
  const isOpen = (key: string): boolean => open.has(key)

  const dayText = (due: DayNumber): Day => {
    const text = days.get(due) ?? dayOfNumber(due)
    days.set(due, text)
    return text
  }

  /** Accounts with the same guards share one list, so it is read once. */
  let lastAfter: readonly string[] = NO_KEYS
  let lastBlockers: readonly string[] = NO_KEYS
  const blockersOf = (after: readonly string[] = NO_KEYS): readonly string[] => {
    if (after.length === 0)
      return NO_KEYS
    if (after !== lastAfter) {
      lastAfter = after
      lastBlockers = after.filter(isOpen)
    }
    return lastBlockers
  }

  const make = (phase: PhaseKey, draft: Draft, behind: readonly string[]): Task => {
    const tick = ticks.get(draft.key)
    const blockers = behind.length > 0 ? [...behind.filter(isOpen), ...blockersOf(draft.after)] : blockersOf(draft.after)
    const isFailed = draft.failKind !== undefined && tick !== undefined && isFailure(tick)
    const state = stateOf(draft, tick, isFailed, blockers.length > 0, today)
    const isOver = state === 'done' || state === 'skipped'
    const due = isOver ? null : draft.due ?? null
    if (!isOver)
      open.add(draft.key)
    return {
      key: draft.key,
      numberId: number.id,
      phase,
      kind: isFailed ? draft.failKind! : draft.kind,
      params: draft.params ?? NO_PARAMS,
      reasons: given(draft.reasons),
      waitsFor: isOver ? NO_KEYS : blockers,
      dueOn: due === null ? null : dayText(due),
      urgency: urgencyOf(due, todayNumber),
      betterFrom: isOver ? null : draft.betterFrom ?? null,
      state,
      snoozedUntil: state === 'snoozed' ? tick?.snoozedUntil ?? null : null,
      tickBy: draft.tickBy ?? 'tick',
      noteAt: draft.noteAt ?? null,
      binding: draft.binding ?? null,
      link: draft.link ?? null,
      isSkippable: draft.isSkippable ?? false,
      canFail: draft.failKind !== undefined,
      isFailed,
      note: tick?.note ?? '',
    }
  }

  return { phase: (phase, drafts, behind = NO_KEYS) => Array.from(drafts, draft => make(phase, draft, behind)), isOpen }
}

/** The reasons that apply. */
function given(reasons: Draft['reasons'] = NO_REASONS): readonly Reason[] {
  return reasons.includes(null) ? reasons.filter(item => item !== null) : reasons as readonly Reason[]
}

/** Was it last said that it is not so? A task that was put off meanwhile still is. */
function isFailure({ state, before }: Tick): boolean {
  return state === 'failed' || (state === 'snoozed' && before?.state === 'failed')
}

/**
 * A tick does only what the task allows: `done` where a tick does it, `skipped` with a reason where it may be skipped,
 * `snoozed` until its day. What was found not to be so is not done by a fact.
 */
function stateOf(draft: Draft, tick: Tick | undefined, isFailed: boolean, isBlocked: boolean, today: Day): TaskState {
  if (draft.isDone && !isFailed)
    return 'done'
  if (tick?.state === 'done' && (draft.tickBy ?? 'tick') === 'tick')
    return 'done'
  if (tick?.state === 'skipped' && draft.isSkippable && tick.note !== '')
    return 'skipped'
  if (tick?.state === 'snoozed' && tick.snoozedUntil !== null && tick.snoozedUntil > today)
    return 'snoozed'
  return isBlocked ? 'waiting' : 'open'
}
