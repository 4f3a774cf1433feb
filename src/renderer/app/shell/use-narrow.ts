import { useMediaQuery } from '@vueuse/core'

/** Below this the sidebar is a rail of icons, and screens leave out what LOOK names. */
export function useNarrow() {
  return useMediaQuery('(max-width: 1099px)')
}
