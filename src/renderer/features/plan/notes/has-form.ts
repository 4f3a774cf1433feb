import type { Task } from '../../../../core/plan/plan'

/** Whether the task is done by noting something, which can be noted here or has a place to go to. */
export function hasForm(task: Task): boolean {
  return task.tickBy === 'fact' || task.kind === 'note-balance'
}
