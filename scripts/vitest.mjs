// @ts-check
/** The test runner and what it counted. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { inView, tool } from './exec.mjs'
import { outFolder, root } from './places.mjs'

const config = 'tests/config/vitest.config.ts'

/**
 * Runs the tests in view.
 *
 * @param {string[]} args filters and options of the runner
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} the exit code
 */
export function vitest(args, env = process.env) {
  return inView(process.execPath, [tool('vitest'), 'run', '--config', config, ...args], { cwd: root, env })
}

/**
 * Runs the tests in view and counts them.
 *
 * @param {string[]} args filters and options of the runner
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Count>} what it counted
 */
export async function countedVitest(args, env) {
  const file = join(outFolder, 'test-report.json')
  mkdirSync(dirname(file), { recursive: true })
  rmSync(file, { force: true })
  const code = await vitest([...args, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], env)
  return countTests(existsSync(file) ? readFileSync(file, 'utf8') : undefined, code)
}

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/**
 * Counts a report. What the runner itself calls a failure is one, even where every single test passed: a file that
 * could not be loaded, an error outside the tests, a run without any test.
 *
 * @param {string | undefined} report the json reporter's file, if it was written
 * @param {number} code the runner's exit code
 * @returns {Count} tests
 */
export function countTests(report, code) {
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] }} */
  const told = report ? JSON.parse(report) : { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] }
  const broken = told.testResults.filter(file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed')).length
  const passed = told.numPassedTests
  const failed = told.numFailedTests + broken
  const isUnexplained = failed === 0 && (code !== 0 || passed === 0)
  return { passed, failed: isUnexplained ? 1 : failed, skipped: told.numPendingTests + told.numTodoTests }
}
