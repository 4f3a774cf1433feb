import type { Id } from '../../../core/records/base'
import type { Phase, PhaseKey, Plan, Task } from '../../../core/plan/plan'
import type { PhoneNumber } from '../../../core/records/number'
import type { ComputedRef } from 'vue'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { firstTask, taskAfter } from '../../../core/plan/next'
import { useUntether } from '../../app/untether'

/** How long a row that was just settled stays in its place before it folds away. */
export const LINGER_MS = 1_000

/** What the plan screen shows: one phase, and one task of it in focus. */
export type PlanView = {
  number: ComputedRef<PhoneNumber | undefined>
  plan: ComputedRef<Plan | undefined>
  phase: ComputedRef<Phase | undefined>
  task: ComputedRef<Task | undefined>
  /** Rows of the phase that are not folded away, in their order. */
  open: ComputedRef<readonly Task[]>
  /** Done and skipped ones. */
  folded: ComputedRef<readonly Task[]>
  select: (taskKey: string) => void
  selectPhase: (key: PhaseKey) => void
  /** Moves the focus through the rows shown; `isFolded` says whether the folded ones are among them. */
  step: (by: 1 | -1, isFolded: boolean) => void
  /** To the phase before or after. */
  stepPhase: (by: 1 | -1) => void
}

/** Keeps the chosen task in the address, so that a link can name it and going back returns to it. */
export function usePlanView(id: () => Id): PlanView {
  const { facts, plans } = useUntether()
  const route = useRoute()
  const router = useRouter()

  const number = computed(() => facts.value.numbers.get(id()))
  const plan = computed(() => plans.value.get(id()))
  const tasks = computed(() => new Map(plan.value?.phases.flatMap(item => item.tasks.map(task => [task.key, task] as const))))
  const named = computed(() => typeof route.query['task'] === 'string' ? route.query['task'] : '')
  /** A phase without a task in focus: it is empty. */
  const emptyPhase = shallowRef<PhaseKey | null>(null)
  /** Task the plan itself would show; held until it is settled, so that the screen does not jump under the reader. */
  const held = shallowRef<string | null>(null)

  function firstOf(key: PhaseKey): Task | undefined {
    const list = plan.value?.phases.find(phase => phase.key === key)?.tasks ?? []
    return list.find(task => task.state === 'open') ?? list.find(task => !isOver(task)) ?? list[0]
  }

  const task = computed<Task | undefined>(() => {
    if (emptyPhase.value)
      return undefined
    return tasks.value.get(named.value) ?? tasks.value.get(held.value ?? '') ?? (plan.value && firstTask(plan.value)) ?? plan.value?.phases.flatMap(phase => phase.tasks)[0]
  })
  watch(() => task.value?.key, key => held.value = key ?? null, { immediate: true })

  const phase = computed(() => {
    const key = emptyPhase.value ?? task.value?.phase ?? plan.value?.currentPhase ?? 'prepare'
    return plan.value?.phases.find(item => item.key === key)
  })

  function select(taskKey: string): void {
    emptyPhase.value = null
    held.value = taskKey
    if (named.value !== taskKey)
      void router.replace({ query: { ...route.query, task: taskKey } })
  }

  function selectPhase(key: PhaseKey): void {
    const first = firstOf(key)
    if (first)
      return select(first.key)
    emptyPhase.value = key
  }

  const { lingering, isLingering } = useLinger(() => phase.value, () => task.value, settled)

  /** The row of the task in focus was settled and has had its moment: on to the next one. */
  function settled(task: Task): void {
    const next = plan.value && taskAfter(plan.value, task.phase)
    if (next)
      select(next.key)
  }
  watch(task, (now, last) => {
    if (now?.state === 'snoozed' && last?.state !== 'snoozed' && now.key === last?.key)
      settled(now)
  })

  const open = computed(() => {
    const list = phase.value?.tasks ?? []
    if (!isLingering.value)
      return list.filter(item => !isOver(item))
    const now = new Map(list.map(item => [item.key, item]))
    return lingering.value.flatMap(key => now.get(key) ?? [])
  })
  const folded = computed(() => {
    const shown = new Set(open.value)
    return phase.value?.tasks.filter(item => isOver(item) && !shown.has(item)) ?? []
  })

  return {
    number,
    plan,
    phase,
    task,
    open,
    folded,
    select,
    selectPhase,
    step(by, isFolded) {
      const rows = isFolded || (task.value && isOver(task.value)) ? [...open.value, ...folded.value] : open.value
      const at = rows.findIndex(row => row.key === task.value?.key)
      const next = rows[at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1)]
      if (next)
        select(next.key)
    },
    stepPhase(by) {
      const phases = plan.value?.phases ?? []
      const at = phases.findIndex(item => item.key === phase.value?.key)
      const next = phases[at + by]
      if (next)
        selectPhase(next.key)
    },
  }
}

export function isOver(task: Pick<Task, 'state'>): boolean {
  return task.state === 'done' || task.state === 'skipped'
}

/** After the task in focus is settled its row stays a moment, so that a wrong tick can be taken back in place. */
function useLinger(phase: () => Phase | undefined, task: () => Task | undefined, onSettled: (task: Task) => void) {
  const lingering = shallowRef<readonly string[]>([])
  const isLingering = shallowRef(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let before: readonly string[] = []

  function stop(): void {
    clearTimeout(timer)
    isLingering.value = false
  }

  watch(task, (now, last) => {
    if (!now || !last || now.key !== last.key)
      return stop()
    if (isOver(now) && !isOver(last)) {
      stop()
      lingering.value = before
      isLingering.value = true
      timer = setTimeout(() => {
        stop()
        onSettled(now)
      }, LINGER_MS)
    }
    else if (!isOver(now)) {
      stop()
    }
  }, { flush: 'sync' })
  watch(() => phase()?.tasks, list => before = list?.filter(item => !isOver(item)).map(item => item.key) ?? [], { immediate: true })
  onScopeDispose(stop)
  return { lingering, isLingering }
}
