import type { Id } from '../../../../core/records/base'
import type { TalkChannel } from '../../../../core/contact/script'
import type { Task } from '../../../../core/plan/plan'
import { computed, shallowRef, watch } from 'vue'
import { useRoute } from 'vue-router'
import { aimOf, TALK_CHANNELS } from '../../../../core/contact/script'
import { lastStepKey } from '../../../../core/plan/situation'
import { useUntether } from '../../../app/untether'
import { useReach } from '../contact/use-reach'
import { isOver } from '../use-plan-view'

const BY_KIND: Partial<Record<Task['kind'], TalkChannel>> = {
  'cancel-by-phone': 'phone',
  'cancel-by-chat': 'chat',
  'cancel-by-email': 'email',
  'cancel-in-store': 'store',
  'cancel-by-post': 'post',
}

/** What the call sheet is about: the task named in the address, or the last step of cancelling. */
export function useCall(id: () => Id) {
  const { facts, plans } = useUntether()
  const route = useRoute()

  const number = computed(() => facts.value.numbers.get(id()))
  const plan = computed(() => plans.value.get(id()))
  const tasks = computed(() => plan.value?.phases.flatMap(phase => phase.tasks) ?? [])
  const taskKey = computed(() => typeof route.query['task'] === 'string' ? route.query['task'] : lastStepKey('cancel')!)
  const task = computed(() => tasks.value.find(item => item.key === taskKey.value) ?? null)
  /** A sheet that was open stays as it is when its task is done, until it is left. */
  const openKey = shallowRef<string | null>(null)
  watch(task, (now) => {
    if (now && !isOver(now))
      openKey.value = now.key
  }, { immediate: true })
  const aim = computed(() => task.value && task.value.key === openKey.value ? aimOf(task.value.kind) : null)

  const reach = useReach(() => number.value)
  /** The way chosen on the sheet; until then the one the task names, or the first that is known. */
  const chosen = shallowRef<TalkChannel | null>(null)
  watch(() => [taskKey.value, route.query['via']], ([, via]) => {
    chosen.value = TALK_CHANNELS.find(item => item === via) ?? null
  }, { immediate: true })
  const channel = computed<TalkChannel>({
    get: () => chosen.value ?? (task.value && BY_KIND[task.value.kind]) ?? reach.known.value[0] ?? 'phone',
    set: (value) => {
      chosen.value = value
    },
  })

  /** What the plan asks to have ready before the last step. */
  const papers = computed(() => tasks.value.filter(item => item.phase === 'pre-flight'
    && (item.kind.startsWith('need-') || (aim.value === 'cancel' && (item.kind === 'turn-off-renewal' || item.kind === 'check-renewal')))))
  /** Ticking the task is the last step of the way out, and the gate before it is shut. */
  const isGateShut = computed(() => aim.value === 'cancel' && plan.value !== undefined && !plan.value.canCancel)

  return { number, plan, task, aim, channel, papers, isGateShut, ...reach }
}

export type Call = ReturnType<typeof useCall>
