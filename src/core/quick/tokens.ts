/** A word of the line, or a quoted text, with its place. */
export type Token = {
  readonly start: number
  readonly end: number
  /** As typed; of a quoted text what is between the quotes, with `\"` and `\\` resolved. */
  readonly text: string
  readonly isQuoted: boolean
}

const QUOTED = /^(?:"((?:[^"\\]|\\.)*)"|“([^”]*)”|「([^」]*)」)/
/** Commas as Chinese writes them part words; a Latin one does so only before white space. */
const WORD = /^(?:[^\s，、；,;]|[,;](?!\s|$))+/

/** Takes a line apart. What is between two tokens is white space or a comma. */
export function tokensOf(line: string): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < line.length;) {
    const rest = line.slice(at)
    const quoted = QUOTED.exec(rest)
    const taken = quoted ?? WORD.exec(rest)
    if (!taken) {
      at++
      continue
    }
    const end = at + taken[0].length
    const inside = quoted ? (quoted[1]?.replace(/\\(["\\])/g, '$1') ?? quoted[2] ?? quoted[3] ?? '') : taken[0]
    tokens.push({ start: at, end, text: inside, isQuoted: quoted !== null })
    at = end
  }
  return tokens
}

/** Writes a text so that it is one token again. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}
