import type { Task } from '../../../../core/plan/plan'

/** A row of the list: how deep it hangs, and the threads drawn beside it. */
export type ThreadedRow = {
  task: Task
  depth: number
  /** One for each level above; `isThrough` where the thread goes on below the row, `isBend` where it ends in it. */
  threads: readonly { level: number, isThrough: boolean, isBend: boolean }[]
}

/** Deeper ones hang at the same depth. */
const DEEPEST = 3

/** Rows with the threads on which guarded accounts hang under their guard. */
export function threaded(tasks: readonly Task[]): ThreadedRow[] {
  const byKey = new Map(tasks.map(task => [task.key, task]))
  const depthOf = (task: Task, seen = 0): number => {
    const guard = task.binding?.under ? byKey.get(task.binding.under) : undefined
    return guard && seen < DEEPEST ? 1 + depthOf(guard, seen + 1) : 0
  }
  /** Levels on which the thread goes on below the row; built from the end. */
  let below: boolean[] = []
  return [...tasks].reverse().map((task) => {
    const depth = depthOf(task)
    const threads = Array.from({ length: depth }, (_, level) => ({ level, isThrough: below[level] === true, isBend: level === depth - 1 }))
    below = Array.from({ length: depth }, (_, level) => level === depth - 1 || below[level] === true)
    return { task, depth, threads }
  }).reverse()
}
