import type { BindingRow } from '../../../../core/bindings/binding-row'
import type { BoardLane } from './use-lanes'
import type { ComputedRef } from 'vue'
import { computed, shallowRef } from 'vue'

type Acts = {
  focus: (id: string) => void
  /** To the next column on that side to which a step leads. */
  move: (row: BindingRow, side: 1 | -1) => void
  menu: (row: BindingRow) => void
}

/** Arrows (or J and K) walk the cards of a column and across to its neighbours; [ and ], or Alt with an arrow, move a card. */
export function useBoardKeys(lanes: ComputedRef<readonly BoardLane[]>, { focus, move, menu }: Acts) {
  const visited = shallowRef<string | null>(null)
  const all = computed(() => lanes.value.flatMap(({ cards }) => cards))
  const current = computed(() => all.value.some(({ id }) => id === visited.value) ? visited.value : all.value[0]?.id ?? null)

  function visit(row: BindingRow | undefined): void {
    if (!row)
      return
    visited.value = row.id
    focus(row.id)
  }

  /** The column beside it that has a card, at the same height. */
  function across(from: number, at: number, side: 1 | -1): BindingRow | undefined {
    for (let lane = from + side; lane >= 0 && lane < lanes.value.length; lane += side) {
      const { cards } = lanes.value[lane]!
      if (cards.length > 0)
        return cards[Math.min(at, cards.length - 1)]
    }
    return undefined
  }

  function keydown(event: KeyboardEvent): void {
    const id = event.target instanceof HTMLElement && event.target.matches('[data-card]') ? event.target.dataset['card'] : undefined
    const from = lanes.value.findIndex(({ cards }) => cards.some(card => card.id === id))
    const cards = lanes.value[from]?.cards
    if (!cards || event.ctrlKey || event.metaKey || event.defaultPrevented)
      return
    const at = cards.findIndex(card => card.id === id)
    const row = cards[at]!
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const side = key === ']' || (event.altKey && key === 'ArrowRight') ? 1 : key === '[' || (event.altKey && key === 'ArrowLeft') ? -1 : null
    if (side !== null)
      move(row, side)
    else if (key === 'ArrowDown' || key === 'j')
      visit(cards[at + 1])
    else if (key === 'ArrowUp' || key === 'k')
      visit(cards[at - 1])
    else if (key === 'ArrowRight' || key === 'ArrowLeft')
      visit(across(from, at, key === 'ArrowRight' ? 1 : -1))
    else if (key === 'Home' || key === 'End')
      visit(cards.at(key === 'Home' ? 0 : -1))
    else if (key === 'ContextMenu' || (key === 'F10' && event.shiftKey))
      menu(row)
    else
      return
    event.preventDefault()
  }

  return { current, keydown, visit: (id: string) => visited.value = id }
}
