import type { ServiceRef } from '../../../core/records/account'
import type { QuickEntry, QuickWorld } from '../../../core/quick/parse-line'
import { computed } from 'vue'
import { parseLine } from '../../../core/quick/parse-line'
import { last4 } from '../../../core/records/number'
import { useFormat } from '../../composables/use-format'
import { useUntether } from '../untether'

/** Longer lines are a pasted text, not a line. */
const LONGEST = 2000
/** Stands for a service that was chosen from the list. */
const CHOSEN = '"x"'

/** The record as the quick line sees it. */
export function useQuickWorld() {
  const { catalog, facts, today } = useUntether()
  const { phone } = useFormat()
  const numbers = computed(() => [...facts.value.numbers.values()].filter(number => number.closedAt === null))
  const numberOptions = computed(() => numbers.value.map(({ id, e164, label }) => ({ value: id, label: [phone(e164), label || `#${last4(e164)}`].join(' · ') })))
  const world = computed<QuickWorld>(() => ({ catalog, numbers: numbers.value, today: today.value }))

  /**
   * Reads a line that says more than a service; null where it does not (yet).
   * @param chosen the service that was picked from the list, and the words that stand for it
   */
  function readWhole(text: string, chosen: { text: string, service: ServiceRef } | null): QuickEntry | null {
    if (text.length > LONGEST)
      return null
    if (chosen && text.startsWith(chosen.text) && /^\s+\S/.test(text.slice(chosen.text.length)))
      return withService(text, chosen)
    const entry = parseLine(text, world.value)
    return entry.parts.some(({ kind }) => kind !== 'service') && entry.service ? entry : null
  }

  function withService(text: string, chosen: { text: string, service: ServiceRef }): QuickEntry {
    const shift = chosen.text.length - CHOSEN.length
    const entry = parseLine(CHOSEN + text.slice(chosen.text.length), world.value)
    const category = entry.service?.kind === 'own' ? entry.service.category : 'other'
    return {
      ...entry,
      service: chosen.service.kind === 'own' ? { ...chosen.service, category } : chosen.service,
      parts: entry.parts.map(({ kind, start, end }) => ({ kind, start: start === 0 ? 0 : start + shift, end: end + shift })),
    }
  }

  return { world, numbers, numberOptions, readWhole }
}
