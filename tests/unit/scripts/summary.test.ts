import { describe, expect, it } from 'vitest'
import { oneCheck, summary, total } from '../../../scripts/summary.mjs'

const parts = [
  { name: 'lint', count: oneCheck(true), seconds: 1.23 },
  { name: 'types', count: oneCheck(false), seconds: 2 },
  { name: 'tests', count: { passed: 40, failed: 2, skipped: 3 }, seconds: 30 },
]

describe('summary', () => {
  it('adds up checks and tests', () => {
    expect(total(parts)).toEqual({ passed: 41, failed: 3, skipped: 3 })
    expect(total([])).toEqual({ passed: 0, failed: 0, skipped: 0 })
  })

  it('ends with the line that machines read', () => {
    expect(summary(parts).split('\n').at(-1)).toBe('41 passed, 3 failed')
  })

  it('marks each part', () => {
    const rows = summary(parts).split('\n').filter(row => /^[✓✗]/.test(row))
    expect(rows.map(row => row.replace(/ +/g, ' '))).toEqual([
      '✓ lint 1 passed 0 failed 1.2 s',
      '✗ types 0 passed 1 failed 2.0 s',
      '✗ tests 40 passed 2 failed 3 skipped 30.0 s',
    ])
  })
})
