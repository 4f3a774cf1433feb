import { describe, expect, it } from 'vitest'
import { countTests } from '../../../scripts/vitest.mjs'

/** A report of the json reporter, as far as it is read. */
function report(told: object) {
  return JSON.stringify({ numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [], ...told })
}

describe('count of tests', () => {
  it('takes the runner\'s word', () => {
    expect(countTests(report({ numPendingTests: 2, numTodoTests: 1 }), 0)).toEqual({ passed: 5, failed: 0, skipped: 3 })
    const testResults = [{ status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }]
    expect(countTests(report({ numFailedTests: 1, testResults }), 1)).toEqual({ passed: 5, failed: 1, skipped: 0 })
  })

  it('counts a file that could not be loaded as a failure', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }, { status: 'passed', assertionResults: [{ status: 'passed' }] }]
    expect(countTests(report({ testResults }), 1)).toMatchObject({ passed: 5, failed: 1 })
    const another = { status: 'failed', assertionResults: [{ status: 'failed' }] }
    expect(countTests(report({ numFailedTests: 1, testResults: [...testResults, another] }), 1)).toMatchObject({ passed: 5, failed: 2 })
  })

  it('counts a failure of the runner itself', () => {
    expect(countTests(report({}), 1)).toMatchObject({ passed: 5, failed: 1 })
    expect(countTests(undefined, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  it('counts a run without tests as a failure', () => {
    expect(countTests(report({ numPassedTests: 0 }), 0)).toMatchObject({ passed: 0, failed: 1 })
    expect(countTests(undefined, 0)).toMatchObject({ failed: 1 })
  })
})
