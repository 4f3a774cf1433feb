/** Why a text from outside is no JSON that may be looked at. */
export type JsonFault = 'too-large' | 'empty' | 'not-json' | 'too-deep'

/** Reads JSON from anywhere as if it were hostile: size and depth before it is parsed, and no key that reaches behind an object. Never throws. */
export function readJson(text: string, { maxBytes, maxDepth }: { maxBytes: number, maxDepth: number }): { value: unknown } | { fault: JsonFault } {
  if (text.length > maxBytes)
    return { fault: 'too-large' }
  if (text.trim() === '')
    return { fault: 'empty' }
  // Asked before it is parsed: a million brackets in a row are no entry.
  if (depthOf(text) > maxDepth)
    return { fault: 'too-deep' }
  try {
    return {
      value: JSON.parse(text, (key, inner: unknown) => {
        if (key === '__proto__' || key === 'constructor' || key === 'prototype')
          throw new SyntaxError('a key that is none')
        return inner
      }),
    }
  }
  catch {
    return { fault: 'not-json' }
  }
}

/** `steps.2.text`, as it stands in the file below `head`; a field that nobody knows by its own name. */
export function fieldOf(issue: { path: PropertyKey[], keys?: string[] } | undefined, head: string): string {
  const path = [...issue?.path ?? [], ...issue?.keys?.slice(0, 1) ?? []].map(String)
  return (path[0] === head && path.length > 1 ? path.slice(1) : path).join('.').slice(0, 80)
}

/** How deep brackets stand in one another, quotes left out. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (isQuoted) {
      if (sign === '\\')
        at++
      else if (sign === '"')
        isQuoted = false
    }
    else if (sign === '"') {
      isQuoted = true
    }
    else if (sign === '[' || sign === '{') {
      deepest = Math.max(deepest, ++depth)
    }
    else if (sign === ']' || sign === '}') {
      depth--
    }
  }
  return deepest
}
