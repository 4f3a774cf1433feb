import { folded } from './fields'

/** A stretch of a text and whether it was looked for. */
export type Stretch = { text: string, isMarked: boolean }

/** Cuts a text where the words lie that were looked for: whole characters, compared as the search compares them. */
export function stretches(text: string, marks: readonly string[]): Stretch[] {
  const signs = [...text]
  const forms = signs.map(folded)
  const all = forms.join('')
  const isMarked = Array.from<boolean>({ length: all.length }).fill(false)
  for (const mark of marks.filter(mark => mark !== '')) {
    for (let at = all.indexOf(mark); at !== -1; at = all.indexOf(mark, at + mark.length))
      isMarked.fill(true, at, at + mark.length)
  }
  const parts: Stretch[] = []
  let at = 0
  signs.forEach((sign, index) => {
    const length = forms[index]!.length
    const last = parts.at(-1)
    // Spaces and marks go with what stands before them, unless that would end a marked stretch in a space.
    const marked = length > 0 ? isMarked[at]! : last?.isMarked === true && isMarked[at] === true
    at += length
    if (last?.isMarked === marked)
      last.text += sign
    else
      parts.push({ text: sign, isMarked: marked })
  })
  return parts
}
