// @ts-check
/** The end of a test run: a table for people, a line for machines. */

/**
 * @typedef {object} Part one part of a test run
 * @property {string} name what was run
 * @property {import('./vitest.mjs').Count} count what came of it
 * @property {number} seconds how long it took
 */

/** @type {(isOk: boolean) => import('./vitest.mjs').Count} a check without tests of its own counts as one */
export const oneCheck = isOk => ({ passed: isOk ? 1 : 0, failed: isOk ? 0 : 1, skipped: 0 })

/**
 * @param {Part[]} parts
 * @returns {import('./vitest.mjs').Count} all parts together
 */
export function total(parts) {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  for (const { count } of parts) {
    sum.passed += count.passed
    sum.failed += count.failed
    sum.skipped += count.skipped
  }
  return sum
}

/**
 * The table, and last the line `N passed, N failed`.
 *
 * @param {Part[]} parts
 * @returns {string} lines
 */
export function summary(parts) {
  const width = Math.max(...parts.map(part => part.name.length), 5)
  const rows = parts.map(({ name, count, seconds }) => [
    count.failed > 0 ? '✗' : '✓',
    name.padEnd(width),
    `${count.passed} passed`.padStart(12),
    `${count.failed} failed`.padStart(11),
    count.skipped > 0 ? `${count.skipped} skipped`.padStart(12) : ''.padStart(12),
    `${seconds.toFixed(1)} s`.padStart(9),
  ].join(' ').trimEnd())
  const { passed, failed } = total(parts)
  return ['', ...rows, '', `${passed} passed, ${failed} failed`].join('\n')
}
