import type { Id } from '../../../../core/records/base'
import type { LayoutOptions, WebLayout } from '../../../../core/web/layout'
import type { Web, WebFilter } from '../../../../core/web/web'
import type { ComputedRef, ShallowRef } from 'vue'
import { computed, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useUntether } from '../../../app/untether'
import { ROW_HEIGHT, ROW_HEIGHTS, SIZES } from '../../../../core/web/geometry'
import { layOut } from '../../../../core/web/layout'
import { filterWeb, weave } from '../../../../core/web/web'

/** The web on screen, with what the user has chosen to see of it. */
export type WebView = {
  whole: ComputedRef<Web>
  layout: ComputedRef<WebLayout>
  /** Number and states chosen; the number stands in the address. */
  filter: ComputedRef<WebFilter>
  parts: ShallowRef<WebFilter['parts']>
  chooseNumber: (id: Id | null) => void
  row: ShallowRef<number>
  zoom: (by: 1 | -1 | 0) => void
  toggleFold: (key: string) => void
}

/** Draws the record as a web; places depend on nothing but the facts, the zoom, and what is unfolded. */
export function useWeb(): WebView {
  const { facts, catalog } = useUntether()
  const route = useRoute()
  const router = useRouter()
  const row = shallowRef<number>(ROW_HEIGHT)
  const parts = shallowRef<WebFilter['parts']>([])
  const unfolded = shallowRef<ReadonlySet<string>>(new Set())

  const whole = computed(() => weave(facts.value, catalog))
  const numberId = computed(() => typeof route.query['number'] === 'string' && facts.value.numbers.has(route.query['number']) ? route.query['number'] : null)
  const filter = computed<WebFilter>(() => ({ numberId: numberId.value, parts: parts.value }))
  // What was not settled when it came in sight keeps its place once it is.
  const kept = shallowRef<ReadonlySet<Id>>(new Set())
  watch(whole, (web, before) => {
    const held = (before ?? web).numbers.flatMap(({ accounts }) => accounts.filter(({ isSettled }) => !isSettled).map(({ id }) => id))
    const next = new Set([...kept.value, ...held])
    if (next.size > kept.value.size)
      kept.value = next
  }, { immediate: true, flush: 'sync' })

  const layout = computed(() => {
    const options: LayoutOptions = {
      numberRows: SIZES.number / row.value,
      ringRows: SIZES.ring / 2 / row.value,
      captionRows: SIZES.caption / row.value,
      isFolding: !parts.value.includes('settled'),
      unfolded: unfolded.value,
      kept: kept.value,
    }
    return layOut(filterWeb(whole.value, filter.value), options)
  })

  return {
    whole,
    layout,
    filter,
    parts,
    chooseNumber(id) {
      const { number: _, ...query } = route.query
      void router.replace({ query: id === null ? query : { ...query, number: id } })
    },
    row,
    zoom(by) {
      const at = ROW_HEIGHTS.indexOf(row.value as typeof ROW_HEIGHTS[number])
      row.value = by === 0 ? ROW_HEIGHT : ROW_HEIGHTS[Math.min(Math.max(at + by, 0), ROW_HEIGHTS.length - 1)]!
    },
    toggleFold(key) {
      const next = new Set(unfolded.value)
      if (!next.delete(key))
        next.add(key)
      unfolded.value = next
    },
  }
}
