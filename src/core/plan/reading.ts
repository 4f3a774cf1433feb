import type { TaskKind } from './codes'
import type { Plan, Task } from './plan'
import { isLastStep } from './situation'

const READ_FIRST: ReadonlySet<TaskKind> = new Set<TaskKind>(['confirm-rules', 'ask-provider-rules'])

/** Is there something to read before such a task can be ticked? On the plan it stands above the tick. */
export function isReadFirst(kind: TaskKind): boolean {
  return READ_FIRST.has(kind)
}

/** Is it done on the plan and nowhere else? There stands what is to be read first, and what speaks for waiting with the last step. */
export function isDoneOnPlan({ kind, key }: Pick<Task, 'kind' | 'key'>): boolean {
  return isReadFirst(kind) || isLastStep(key)
}

/** The tasks of a plan by key; a plan never changes, so this is worked out once for each. */
export function tasksByKey(plan: Plan): ReadonlyMap<string, Task> {
  const known = indexes.get(plan) ?? new Map(plan.phases.flatMap(phase => phase.tasks.map(task => [task.key, task])))
  indexes.set(plan, known)
  return known
}
const indexes = new WeakMap<Plan, ReadonlyMap<string, Task>>()
