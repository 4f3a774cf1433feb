import type { Range, Rect, Virtualizer } from '@tanstack/vue-virtual'
import type { Ref } from 'vue'
import { defaultRangeExtractor, observeElementRect, useVirtualizer } from '@tanstack/vue-virtual'
import { computed } from 'vue'

const ROW_HEIGHT = 36
/** Rows drawn beyond what is seen, on either side. */
const SPARE = 12
/** Where nothing is laid out yet, as much as a window shows. */
const FIRST_SEEN: Rect = { width: 320, height: 720 }

/**
 * Which rows of a long list are drawn: those in sight, a few around, and the one the keyboard is at.
 * @param scroller element that scrolls the list
 */
export function useRowWindow(count: () => number, scroller: Readonly<Ref<HTMLElement | null>>, at: () => number) {
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>(computed(() => {
    const kept = at()
    return {
      count: count(),
      getScrollElement: () => scroller.value,
      estimateSize: () => ROW_HEIGHT,
      overscan: SPARE,
      initialRect: FIRST_SEEN,
      observeElementRect: (instance: Virtualizer<HTMLElement, HTMLElement>, tell: (rect: Rect) => void) => observeElementRect(instance, rect => tell(rect.height > 0 ? rect : FIRST_SEEN)),
      rangeExtractor: (range: Range) => {
        const shown = defaultRangeExtractor(range)
        return kept >= range.count || shown.includes(kept) ? shown : [...shown, kept].sort((a, b) => a - b)
      },
    }
  }))

  return {
    places: computed(() => virtualizer.value.getVirtualItems().map(({ index }) => index)),
    height: computed(() => virtualizer.value.getTotalSize()),
    topOf: (place: number) => place * ROW_HEIGHT,
    reveal: (place: number, align: 'auto' | 'center' = 'auto') => virtualizer.value.scrollToIndex(place, { align }),
  }
}
