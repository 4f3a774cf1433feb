import type { TaskKind } from './codes'

const READ_FIRST: ReadonlySet<TaskKind> = new Set<TaskKind>(['confirm-rules', 'ask-provider-rules'])

/** Is there something to read before such a task can be ticked? It is ticked on the plan, below what is to be read, and nowhere else. */
export function isReadFirst(kind: TaskKind): boolean {
  return READ_FIRST.has(kind)
}
