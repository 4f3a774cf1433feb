import type { WebLayout } from '../../../../core/web/layout'
import { walk } from '../../../../core/web/walk'

const STEPS: Partial<Record<string, Parameters<typeof walk>[2]>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right', Home: 'first', End: 'last' }

/** Keys inside the picture: arrows walk, plus, minus and 0 change the room between the lines. */
export function webKeys(event: KeyboardEvent, { layout, current, go, zoom }: { layout: WebLayout, current: string | null, go: (key: string) => void, zoom: (by: 1 | -1 | 0) => void }): void {
  if (event.altKey || (event.shiftKey && event.key.startsWith('Arrow')))
    return
  const room = { '+': 1, '=': 1, '-': -1, '0': 0 }[event.key] as 1 | -1 | 0 | undefined
  const step = STEPS[event.key]
  if (room !== undefined) {
    event.preventDefault()
    zoom(room)
  }
  else if (step && !event.ctrlKey && !event.metaKey) {
    // The picture is not scrolled by keys: what has the focus is brought into sight.
    event.preventDefault()
    const next = current === null ? layout.nodes[0]?.key ?? null : walk(layout, current, step)
    if (next !== null)
      go(next)
  }
}
