import type { Day } from '../../../core/lib/day'
import type { Today } from '../../../core/plan/derive-today'
import type { Plan } from '../../../core/plan/plan'
import { computed } from 'vue'
import { deriveToday } from '../../../core/plan/derive-today'
import { turnOf } from '../../../core/plan/next'
import { useUntether } from '../../app/untether'

let last: { plans: ReadonlyMap<string, Plan>, day: Day, today: Today } | null = null

/** Drawn once for the sidebar and the page. */
function todayOf(plans: ReadonlyMap<string, Plan>, day: Day): Today {
  if (last?.plans !== plans || last.day !== day)
    last = { plans, day, today: deriveToday([...plans.values()], day) }
  return last.today
}

/** The day over all numbers. */
export function useToday() {
  const { plans, today: day } = useUntether()
  const today = computed(() => todayOf(plans.value, day.value))
  /** The next action, unless it only waits for its own day: then there is nothing to do today. */
  const next = computed(() => {
    const task = today.value.next
    return task && task.state === 'open' && turnOf(task) < 3 ? task : null
  })
  return {
    today,
    next,
    /** What is due within seven days, the next action included: the figure in the sidebar. */
    dueCount: computed(() => {
      const { late, todayAndTomorrow, nextSevenDays } = today.value
      return late.length + todayAndTomorrow.length + nextSevenDays.length + (next.value ? 1 : 0)
    }),
  }
}
