import type { ComputedRef, Ref } from 'vue'
import { computed, onMounted, ref } from 'vue'

/** Rows a section shows before it is asked for more: what a person takes in at a look; each row costs a little at every tick. */
export const FIRST_ROWS = 12
const ROW_PX = 38

/**
 * Rows below the window's edge are drawn after what is seen has been painted: the first paint waits for nothing that it hides.
 * @param lengths how many rows each section has, top to bottom
 * @returns how many rows each section may draw; no limit from the second frame on
 */
export function useFold(lengths: Ref<readonly number[]>): ComputedRef<number[]> {
  const isWhole = ref(false)
  onMounted(() => requestAnimationFrame(() => setTimeout(() => {
    isWhole.value = true
  })))
  const room = Math.ceil(window.innerHeight / ROW_PX)
  return computed(() => {
    let left = isWhole.value ? Number.POSITIVE_INFINITY : room
    return lengths.value.map((length) => {
      const here = Math.max(0, left)
      left -= Math.min(length, FIRST_ROWS)
      return here
    })
  })
}
