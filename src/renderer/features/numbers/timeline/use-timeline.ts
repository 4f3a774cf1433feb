import type { Day } from '../../../../core/lib/day'
import type { Id } from '../../../../core/records/base'
import type { TimelineEvent } from '../../../../core/records/timeline-event'
import type { ComputedRef, Ref } from 'vue'
import { computed, ref, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { dayOf } from '../../../../core/lib/day'
import { undoneIds } from '../../../../core/records/timeline-event'
import { useUntether } from '../../../app/untether'
import { useFormat } from '../../../composables/use-format'

const MOST_SHOWN = 200

export type TimelineEntry = {
  event: TimelineEvent
  time: string
  iso: string
  /** It was undone since, and not done again. */
  isUndone: boolean
  /** Key of the words around it where it turned another event. */
  prefix: 'shell.undone' | 'shell.redone' | null
}
export type TimelineDay = { day: Day, title: string, entries: TimelineEntry[] }

/** The timeline of a number by days; read again whenever the facts change. */
export function useTimeline(numberId: () => Id): { days: ComputedRef<TimelineDay[]>, isLoaded: Ref<boolean>, isCut: ComputedRef<boolean> } {
  const { locale } = useI18n()
  const { facts, timeline, today } = useUntether()
  const { longDay, fullDay } = useFormat()
  const events = shallowRef<readonly TimelineEvent[]>([])
  const isLoaded = ref(false)
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

  watch([facts, numberId], async () => {
    const id = numberId()
    const read = await timeline(id, MOST_SHOWN)
    if (id === numberId())
      events.value = read
    isLoaded.value = true
  }, { immediate: true })

  const days = computed(() => {
    const undone = undoneIds(events.value)
    const clock = new Intl.DateTimeFormat(locale.value === 'en' ? 'en-GB' : locale.value, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    const made: TimelineDay[] = []
    for (const event of events.value) {
      const day = dayOf(event.at, zone)
      const last = made.at(-1)
      const group = last?.day === day ? last : { day, title: day.slice(0, 4) === today.value.slice(0, 4) ? longDay(day) : fullDay(day), entries: [] }
      if (group !== last)
        made.push(group)
      group.entries.push({
        event,
        time: clock.format(event.at),
        iso: new Date(event.at).toISOString(),
        isUndone: undone.has(event.id),
        prefix: event.mode === 'undo' ? 'shell.undone' : event.mode === 'redo' ? 'shell.redone' : null,
      })
    }
    return made
  })
  return { days, isLoaded, isCut: computed(() => events.value.length >= MOST_SHOWN) }
}
