import type { LineId } from './script'

/** Words of one line; several = from the fullest to the one that needs to know least. `{name}` is a blank. */
export type Line = string | readonly string[]

/** What fills the blanks, in the words of one language; null = not known. */
export type Said = Readonly<Record<string, string | null>>

/**
 * A line with its blanks filled: the first wording of which everything is known.
 * @returns null where each wording lacks something
 */
export function fillLine(line: Line, said: Said): string | null {
  const wordings = typeof line === 'string' ? [line] : line
  for (const wording of wordings) {
    const isKnown = [...wording.matchAll(BLANK)].every(([, name]) => (said[name!] ?? '') !== '')
    if (isKnown)
      return wording.replace(BLANK, (_, name: string) => said[name] ?? '')
  }
  return null
}

const BLANK = /\{(\w+)\}/g

/** The lines of a script that can be said with what is known, in order. What is not known is left out, never made up. */
export function composeLines(ids: readonly LineId[], words: Readonly<Record<LineId, Line>>, said: Said): { id: LineId, text: string }[] {
  return ids.flatMap((id) => {
    const text = fillLine(words[id], said)
    return text === null ? [] : [{ id, text }]
  })
}

/**
 * The lines as one message to be pasted: the greeting and the closing stand apart.
 * @param name what stands for the user's name, e.g. `[your name]`
 */
export function composeMessage(lines: readonly { id: LineId, text: string }[], name: string): string {
  const part = (ids: readonly LineId[], isIn: boolean): string => lines.filter(({ id }) => ids.includes(id) === isIn).map(({ text }) => text).join('\n')
  return [part(['hello'], true), part(['hello', 'thanks'], false), [part(['thanks'], true), name].filter(Boolean).join('\n')].filter(Boolean).join('\n\n')
}
