import type { MaybeRefOrGetter, ShallowRef } from 'vue'
import { useDropZone, useEventListener } from '@vueuse/core'

/**
 * Takes files that are dropped on a part of the page, and those that are pasted while the keyboard is in it. A field keeps what it can hold: words.
 *
 * @returns whether files are held over it
 */
export function useFileArea(area: MaybeRefOrGetter<HTMLElement | null>, take: (files: File[], from: 'drop' | 'paste') => void): Readonly<ShallowRef<boolean>> {
  const { isOverDropZone } = useDropZone(area, {
    checkValidity: items => [...items].some(({ kind }) => kind === 'file'),
    onDrop: files => files && take(files, 'drop'),
  })
  useEventListener(area, 'paste', (event) => {
    const files = [...event.clipboardData?.files ?? []]
    if (files.length === 0 || event.defaultPrevented || (isField(event.target) && event.clipboardData?.types.includes('text/plain')))
      return
    event.preventDefault()
    take(files, 'paste')
  })
  return isOverDropZone
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}
