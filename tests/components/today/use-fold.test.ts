import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { computed, defineComponent, h, ref } from 'vue'
import { useFold } from '../../../src/renderer/features/today/use-fold'

describe('rows below the window’s edge', () => {
  it('are drawn once what is seen stands: no more than fit first, then all', async () => {
    vi.stubGlobal('innerHeight', 380)
    const lengths = ref([4, 40, 5])
    let room: readonly number[] = []
    const Page = defineComponent(() => {
      const fold = useFold(computed(() => lengths.value))
      return () => {
        room = fold.value
        return h('p')
      }
    })
    mount(Page)
    // Ten rows of 38 px; a section of forty shows twelve of its own accord.
    expect(room).toEqual([10, 6, 0])
    await vi.waitFor(async () => {
      await flushPromises()
      expect(room).toEqual([Infinity, Infinity, Infinity])
    })
    vi.unstubAllGlobals()
  })
})
