import type { Id } from '../../../../core/records/base'
import type { Plan, Task } from '../../../../core/plan/plan'
import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import { useRouter } from 'vue-router'
import { markBindingMoved } from '../../../../core/actions/mark-binding-moved'
import { markBindingVerified } from '../../../../core/actions/mark-binding-verified'
import { snoozeTask } from '../../../../core/actions/snooze-task'
import { tickTask } from '../../../../core/actions/tick-task'
import { isDoneOnPlan } from '../../../../core/plan/reading'
import { hostOf } from '../../../../core/catalog/source'
import { addDays } from '../../../../core/lib/day'
import { useUntether } from '../../../app/untether'
import { useNumberPanels } from '../use-number-panels'

/** The first thing to do on a number, and the three things that can be done about it: do it, open its page, put it off. */
export function useNextAction(plan: () => Plan): {
  task: ComputedRef<Task | null>
  /** Domain behind the link; empty where there is none. */
  domain: ComputedRef<string>
  tick: () => void
  open: () => void
  later: () => void
} {
  const router = useRouter()
  const { run, today, openLink, catalog } = useUntether()
  const { show } = useNumberPanels()
  const task = computed(() => plan().nextTasks[0] ?? null)

  /** A task that only a fact can settle leads to where the fact is noted. */
  function note(numberId: Id, at: Task['noteAt']): void {
    if (at === 'ledger' || at === 'claims')
      void router.push({ name: 'number', params: { id: numberId, tab: 'balance' } })
    else if (at === 'number')
      show('edit')
    else
      void router.push({ name: 'plan', params: { id: numberId } })
  }

  return {
    task,
    domain: computed(() => hostOf(task.value?.link ?? '').replace(/^www\./, '')),
    tick() {
      const now = task.value
      if (!now)
        return
      if (now.binding)
        void run(now.binding.state === 'moved' ? markBindingVerified : markBindingMoved, { bindingId: now.binding.id })
      else if (isDoneOnPlan(now))
        void router.push({ name: 'plan', params: { id: now.numberId }, query: { task: now.key } })
      else if (now.tickBy === 'tick' && now.kind !== 'note-balance')
        void run(tickTask, { numberId: now.numberId, taskKey: now.key, catalog })
      else
        note(now.numberId, now.noteAt)
    },
    open() {
      if (task.value?.link)
        void openLink(task.value.link)
    },
    later() {
      if (task.value)
        void run(snoozeTask, { numberId: task.value.numberId, taskKey: task.value.key, until: addDays(today.value, 1), catalog })
    },
  }
}
