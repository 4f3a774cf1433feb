/**
 * Is it the body of a `new RegExp(value, 'iu')` that is safe to run over anybody's texts?
 *
 * Refused is whatever can make matching take exponential time: a repeated group whose inside can match in several ways.
 */
export function isSafePattern(value: string): boolean {
  return value !== '' && compiles(value) && !hasNestedQuantifier(value)
}

function compiles(value: string): boolean {
  try {
    return new RegExp(value, 'iu').flags === 'iu'
  }
  catch {
    return false
  }
}

/** Tokens of an expression: escapes and classes count as one plain atom. */
const TOKEN = /\\.|\[(?:\\.|[^\\\]])*\]|\((?:\?(?:[:=!]|<[=!]|<\w+>))?|[)+*?]|\{\d+(?:,\d*)?\}|[^\\[(]/gsu

const QUANTIFIER = /^(?:[+*?]|\{\d+(?:,\d*)?\})$/

/** Does a repeated group hold another quantifier or an alternative? Expects an expression that compiles. */
export function hasNestedQuantifier(value: string): boolean {
  const tokens = value.match(TOKEN) ?? []
  // For each open group: can what it holds match in more than one way?
  const open = [false]
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1] ?? ''
    if (token.startsWith('(')) {
      open.push(false)
    }
    else if (token === ')') {
      const isVariable = open.pop() ?? false
      if (isVariable && repeats(next))
        return true
      if (isVariable)
        open[open.length - 1] = true
    }
    else if (token === '|' || QUANTIFIER.test(token)) {
      open[open.length - 1] = true
    }
  }
  return false
}

/** May it match more than once? */
function repeats(quantifier: string): boolean {
  return QUANTIFIER.test(quantifier) && quantifier !== '?' && quantifier !== '{1}' && quantifier !== '{0,1}'
}
