/** Names that reach the prototype of an object; nothing of ours is called so. */
const FORBIDDEN: readonly string[] = ['__proto__', 'constructor', 'prototype']

/**
 * Reads JSON from outside. A key that reaches a prototype is refused, at any depth, before anyone could copy it onward.
 * @throws {SyntaxError}
 */
export function parseJson(text: string): unknown {
  // Looking at every key costs, and nearly never is there reason to: only these words, plain or written with escapes, are one.
  const isSuspect = text.includes('\\u') || FORBIDDEN.some(name => text.includes(name))
  return JSON.parse(text, isSuspect ? refuse : undefined)
}

function refuse(key: string, value: unknown): unknown {
  if (FORBIDDEN.includes(key))
    throw new SyntaxError('a key that is none')
  return value
}

/** JSON that is the same for the same content: keys in order, no white space. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(sorted)
  if (typeof value !== 'object' || value === null)
    return value
  const of = value as Record<string, unknown>
  return Object.fromEntries(Object.keys(of).sort().map(key => [key, sorted(of[key])]))
}
