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
  /** Done by a fact, ticked or not. */
  readonly isDone?: boolean
  /** Default `tick`. */
  readonly tickBy?: Task['tickBy']
  readonly noteAt?: Task['noteAt']
  readonly binding?: TaskBinding
  readonly link?: string | null
  readonly isSkippable?: boolean
}

export const NO_PARAMS: Params = {}
const NO_KEYS: readonly string[] = []

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
export type TaskBuilder = {
  /** Makes the tasks of a phase, in the order given. */
  readonly phase: (phase: PhaseKey, drafts: readonly Draft[]) => Task[]
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

  const make = (phase: PhaseKey, draft: Draft): Task => {
    const tick = ticks.get(draft.key)
    const blockers = draft.after?.length ? draft.after.filter(isOpen) : NO_KEYS
    const state = stateOf(draft, tick, blockers.length > 0, today)
    const isOver = state === 'done' || state === 'skipped'
    const due = isOver ? null : draft.due ?? null
    if (!isOver)
      open.add(draft.key)
    return {
      key: draft.key,
      numberId: number.id,
      phase,
      kind: draft.kind,
      params: draft.params ?? NO_PARAMS,
      reasons: draft.reasons?.filter(item => item !== null) ?? [],
      waitsFor: isOver ? NO_KEYS : blockers,
      dueOn: due === null ? null : dayText(due),
      urgency: urgencyOf(due, todayNumber),
      state,
      snoozedUntil: state === 'snoozed' ? tick?.snoozedUntil ?? null : null,
      tickBy: draft.tickBy ?? 'tick',
      noteAt: draft.noteAt ?? null,
      binding: draft.binding ?? null,
      link: draft.link ?? null,
      isSkippable: draft.isSkippable ?? false,
    }
  }

  return { phase: (phase, drafts) => drafts.map(draft => make(phase, draft)), isOpen }
}

/**
 * A tick does only what the task allows: `done` where a tick does it, `skipped` with a reason where it may be skipped,
 * `snoozed` until its day.
 */
function stateOf(draft: Draft, tick: Tick | undefined, isBlocked: boolean, today: Day): TaskState {
  if (draft.isDone)
    return 'done'
  if (tick?.state === 'done' && (draft.tickBy ?? 'tick') === 'tick')
    return 'done'
  if (tick?.state === 'skipped' && draft.isSkippable && tick.note !== '')
    return 'skipped'
  if (tick?.state === 'snoozed' && tick.snoozedUntil !== null && tick.snoozedUntil > today)
    return 'snoozed'
  return isBlocked ? 'waiting' : 'open'
}
