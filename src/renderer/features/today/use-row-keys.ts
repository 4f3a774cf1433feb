import type { Task } from '../../../core/plan/plan'
import type { ComputedRef, Ref, ShallowRef } from 'vue'
import { computed, nextTick, onBeforeUnmount, onMounted, shallowRef } from 'vue'
import { taskId } from './use-ticking'

/** Things that take every key. */
const TAKES_KEYS = 'input, textarea, select, [contenteditable], [role=menu], [role=dialog], [role=tab]'
/** Things that Space presses. */
const TAKES_SPACE = 'a, button, summary'

type Acts = {
  tick: (task: Task) => unknown
  plan: (task: Task) => unknown
  open: (task: Task) => unknown
  later: (task: Task) => unknown
  /** Brings back what was put off. */
  wake: (task: Task) => unknown
  why: (task: Task) => unknown
}

/**
 * Keys of the home screen: up and down (or J and K) walk the rows, Space ticks, Enter opens the plan, O the link,
 * S puts off or brings back, W says why it is here. Without a row in focus they mean the next action.
 */
export function useRowKeys(root: Readonly<ShallowRef<HTMLElement | null>>, rows: ComputedRef<readonly Task[]>, next: Readonly<Ref<Task | null>>, acts: Acts) {
  const chosen = shallowRef<string | null>(null)
  /** Tab reaches one row: the one last visited, else the first. */
  const current = computed(() => rows.value.some(task => taskId(task) === chosen.value) ? chosen.value : rows.value[0] ? taskId(rows.value[0]) : null)
  const links = (): HTMLElement[] => [...root.value?.querySelectorAll<HTMLElement>('li:not(.rows-leave-active) [data-task-row]') ?? []]

  function focusAt(index: number): void {
    const all = links()
    all[Math.min(Math.max(index, 0), all.length - 1)]?.focus()
  }

  /** The row in focus, by its place on screen. */
  function focused(): { task: Task | undefined, at: number } {
    const at = links().indexOf(document.activeElement as HTMLElement)
    return { at, task: at < 0 ? undefined : rows.value.find(task => taskId(task) === chosen.value) }
  }

  /** Does something after which the row has gone, or moved on to another list: the keys stay where they were. */
  async function staying(act: (task: Task) => unknown, task: Task): Promise<void> {
    const { at } = focused()
    await act(task)
    await nextTick()
    if (at >= 0 && !links().includes(document.activeElement as HTMLElement))
      focusAt(at)
  }

  const tick = (task: Task): Promise<void> => staying(acts.tick, task)
  const wake = (task: Task): Promise<void> => staying(acts.wake, task)

  function keydown(event: KeyboardEvent): void {
    const target = event.target instanceof Element ? event.target : null
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || target?.closest(TAKES_KEYS) || document.querySelector('[role=dialog], [role=menu]'))
      return
    const { at, task: row } = focused()
    const task = row ?? next.value
    const steps: Record<string, number> = { ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1 }
    const to = steps[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (to !== undefined) {
      event.preventDefault()
      return focusAt(to)
    }
    const act = { ' ': tick, 'o': acts.open, 's': task?.state === 'snoozed' ? wake : acts.later, 'w': acts.why }[event.key.toLowerCase()]
    // A link or button elsewhere on the page keeps Space; only letters reach past it.
    if (!act || !task || (event.key === ' ' && !row && target?.closest(TAKES_SPACE)))
      return
    event.preventDefault()
    void act(task)
  }

  onMounted(() => document.addEventListener('keydown', keydown))
  onBeforeUnmount(() => document.removeEventListener('keydown', keydown))
  return { current, tick, wake, visit: (task: Task) => chosen.value = taskId(task) }
}
