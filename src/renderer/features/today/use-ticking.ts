import type { Day } from '../../../core/lib/day'
import type { Task } from '../../../core/plan/plan'
import { shallowRef } from 'vue'
import { useRouter } from 'vue-router'
import { markBindingMoved } from '../../../core/actions/mark-binding-moved'
import { markBindingVerified } from '../../../core/actions/mark-binding-verified'
import { snoozeTask } from '../../../core/actions/snooze-task'
import { tickTask } from '../../../core/actions/tick-task'
import { untickTask } from '../../../core/actions/untick-task'
import { isDoneOnPlan } from '../../../core/plan/reading'
import { useUntether } from '../../app/untether'

/** Key of a task over all numbers. */
export function taskId(task: Task): string {
  return `${task.numberId} ${task.key}`
}

/** Doing, opening and putting off a task from the home screen. */
export function useTicking() {
  const { run, openLink, catalog } = useUntether()
  const router = useRouter()
  /** Shown as done while the change is being written; the row then folds away. */
  const ticked = shallowRef<ReadonlySet<string>>(new Set())

  function openPlan(task: Task): void {
    void router.push({ name: 'plan', params: { id: task.numberId }, query: { task: task.key } })
  }

  /** Takes the task's next step. What is done by a fact, read first or the last step is ticked in the plan: it opens. */
  async function tick(task: Task): Promise<void> {
    if (task.state === 'waiting')
      return
    if (task.tickBy === 'fact' || isDoneOnPlan(task))
      return openPlan(task)
    const { numberId, key: taskKey, binding } = task
    ticked.value = new Set([...ticked.value, taskId(task)])
    const outcome = !binding
      ? await run(tickTask, { numberId, taskKey, catalog })
      : binding.state === 'moved'
        ? await run(markBindingVerified, { bindingId: binding.id })
        : await run(markBindingMoved, { bindingId: binding.id })
    const rest = new Set(ticked.value)
    rest.delete(taskId(task))
    // A row that goes keeps its tick while it folds; one that stays (moved, to be verified) or was refused shows how it stands.
    if (!outcome.ok || binding)
      ticked.value = rest
    else
      setTimeout(() => ticked.value = rest, 1_000)
  }

  return {
    ticked,
    tick,
    openPlan,
    open: (task: Task) => task.link && openLink(task.link),
    snooze: ({ numberId, key: taskKey }: Task, until: Day) => run(snoozeTask, { numberId, taskKey, until, catalog }),
    /** Brings back what was put off. */
    wake: ({ numberId, key: taskKey }: Task) => run(untickTask, { numberId, taskKey }),
  }
}
