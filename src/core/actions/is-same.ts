/** Whether two plain values (JSON: rows, lists, texts, numbers, null) hold the same; the order of keys does not count. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other))
    return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null || Array.isArray(one) !== Array.isArray(other))
    return false
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length
    && keys.every(key => Object.hasOwn(other, key) && isSame((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]))
}
