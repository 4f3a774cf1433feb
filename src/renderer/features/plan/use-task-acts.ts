import type { Day } from '../../../core/lib/day'
import type { Task } from '../../../core/plan/plan'
import type { Replacement } from '../../../core/records/binding'
import { closeAccount } from '../../../core/actions/close-account'
import { editBinding } from '../../../core/actions/edit-binding'
import { failTask } from '../../../core/actions/fail-task'
import { markBindingMoved } from '../../../core/actions/mark-binding-moved'
import { markBindingMoving } from '../../../core/actions/mark-binding-moving'
import { markBindingVerified } from '../../../core/actions/mark-binding-verified'
import { noteTask } from '../../../core/actions/note-task'
import { restoreBinding } from '../../../core/actions/restore-binding'
import { skipTask } from '../../../core/actions/skip-task'
import { snoozeTask } from '../../../core/actions/snooze-task'
import { stepBindingBack } from '../../../core/actions/step-binding-back'
import { tickTask } from '../../../core/actions/tick-task'
import { untickTask } from '../../../core/actions/untick-task'
import { waiveBinding } from '../../../core/actions/waive-binding'
import { byNumber } from '../../../core/records/facts'
import { useUntether } from '../../app/untether'

/** What can be done to a task; each is one change, and one undo. */
export function useTaskActs() {
  const { facts, run, catalog } = useUntether()

  function stateOf(task: Task) {
    return task.binding ? facts.value.bindings.get(task.binding.id)?.state ?? task.binding.state : null
  }

  function isTicked(task: Task): boolean {
    return byNumber(facts.value.ticks).get(task.numberId)?.some(tick => tick.taskKey === task.key && (tick.state === 'done' || tick.state === 'skipped')) ?? false
  }

  /** Whether the task is done by a fact that is noted elsewhere, so that there is no tick to take back. */
  function isFactOnly(task: Task): boolean {
    return task.tickBy === 'fact' ? !isTicked(task) : task.tickBy === 'tick' && task.state === 'done' && !isTicked(task)
  }

  async function toggleMoved(task: Task): Promise<void> {
    const bindingId = task.binding?.id
    if (!bindingId)
      return
    const state = stateOf(task)
    if (state === 'bound' || state === 'moving') {
      await run(markBindingMoved, { bindingId })
    }
    else if (state === 'moved') {
      await run(stepBindingBack, { bindingId })
    }
    else if (state === 'verified') {
      await run(stepBindingBack, { bindingId })
      await run(stepBindingBack, { bindingId })
    }
    else {
      await run(restoreBinding, { bindingId })
    }
  }

  /** Only what was moved can be verified: the plan goes on to the next task by itself, and a second key must not tick it unread. */
  function canVerify(task: Task): boolean {
    const state = stateOf(task)
    return state === 'moved' || state === 'verified'
  }

  async function toggleVerified(task: Task): Promise<void> {
    const bindingId = task.binding?.id
    if (!bindingId)
      return
    const state = stateOf(task)
    if (state === 'verified') {
      await run(stepBindingBack, { bindingId })
      return
    }
    if (state === 'moved')
      await run(markBindingVerified, { bindingId })
  }

  /** The one key: does the task's next tick, or takes its last one back. */
  async function toggle(task: Task): Promise<void> {
    const { numberId, key: taskKey, binding } = task
    if (binding) {
      const state = stateOf(task)
      if (state === 'verified')
        return toggleVerified(task)
      return state === 'moved' && !binding.isSettled ? toggleVerified(task) : toggleMoved(task)
    }
    if (task.state === 'waiting' || isFactOnly(task))
      return
    await (isTicked(task) ? run(untickTask, { numberId, taskKey }) : run(tickTask, { numberId, taskKey, catalog }))
  }

  return {
    toggle,
    toggleMoved,
    toggleVerified,
    canVerify,
    isTicked,
    isFactOnly,
    snooze: ({ numberId, key: taskKey }: Task, until: Day) => run(snoozeTask, { numberId, taskKey, until, catalog }),
    /** It is not so: the task turns to the way out. */
    fail: ({ numberId, key: taskKey }: Task) => run(failTask, { numberId, taskKey, catalog }),
    /** A binding's note lies with it. */
    note: ({ numberId, key: taskKey, binding }: Task, note: string) => binding
      ? run(editBinding, { bindingId: binding.id, notes: note }, { isQuiet: true })
      : run(noteTask, { numberId, taskKey, note, catalog }, { isQuiet: true }),
    /** Something to keep a file with, where nothing was said of the task yet. */
    noteForFile: ({ numberId, key: taskKey }: Task) => run(noteTask, { numberId, taskKey, note: '', isForFile: true, catalog }, { isQuiet: true }),
    /** Brings back a snoozed or skipped task, or one that failed. */
    untick: ({ numberId, key: taskKey }: Task) => run(untickTask, { numberId, taskKey }),
    skip: ({ numberId, key: taskKey }: Task, reason: string) => run(skipTask, { numberId, taskKey, reason, catalog }, { isQuiet: true }),
    waive: (bindingId: string, reason: string) => run(waiveBinding, { bindingId, reason }, { isQuiet: true }),
    close: (bindingId: string) => run(closeAccount, { bindingId }),
    restore: (bindingId: string) => run(restoreBinding, { bindingId }),
    begin: (bindingId: string) => run(markBindingMoving, { bindingId }),
    setReplacement: (bindingId: string, replacement: Replacement | null) => run(editBinding, { bindingId, replacement }),
    /** What the user calls the number that took the place; empty = it is merely another one. */
    nameNumber: (bindingId: string, name: string) => run(editBinding, { bindingId, replacement: { kind: 'other-number', name } }, { isQuiet: true }),
    setDue: (bindingId: string, dueOn: Day | null) => run(editBinding, { bindingId, dueOn }, { isQuiet: true }),
  }
}
