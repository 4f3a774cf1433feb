/** A label to set beside a line: where its mark is (px) and how wide the text is (px). */
export type LabelBox = { at: number, width: number, /** Where it stands to its mark. */ align?: 'start' | 'middle' | 'end' }
export type LabelPlace = { x: number, lane: number }

/**
 * Sets labels along a line so that none covers another: first beside its mark, then moved aside as far as it still
 * stands over its mark, then one lane further out.
 * @param total length of the line in px; no label leaves it
 * @returns one place for each box, in their order
 */
export function placeLabels(boxes: readonly LabelBox[], total: number, gap = 12): LabelPlace[] {
  const places: LabelPlace[] = boxes.map(() => ({ x: 0, lane: 0 }))
  const laneEnds: number[] = []
  const order = boxes.map((_, index) => index).sort((a, b) => (boxes[a]?.at ?? 0) - (boxes[b]?.at ?? 0))
  for (const index of order) {
    const { at, width, align = 'middle' } = boxes[index] ?? { at: 0, width: 0 }
    const wished = align === 'start' ? at : align === 'end' ? at - width : at - width / 2
    const last = Math.max(0, total - width)
    const ideal = Math.min(Math.max(wished, 0), last)
    for (let lane = 0; ; lane++) {
      const end = laneEnds[lane]
      const free = end === undefined ? 0 : end + gap
      const x = Math.max(ideal, free)
      if (x === ideal || (x <= at && x <= last)) {
        places[index] = { x, lane }
        laneEnds[lane] = x + width
        break
      }
    }
  }
  return places
}
