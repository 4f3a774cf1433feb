// @ts-check
/** `npm test` and `npm run check`: every check and every test, all of them even where one fails. */
import process from 'node:process'
import { interrupted, inView, tool } from './exec.mjs'
import { root } from './places.mjs'
import { LaunchError, run, say } from './say.mjs'
import { oneCheck, summary, total } from './summary.mjs'
import { countedVitest } from './vitest.mjs'
import { buildIfStale, withApp } from './with-app.mjs'

/** @type {import('./summary.mjs').Part[]} */
const parts = []

/**
 * Runs one part, times it, and turns a throw into a failure.
 *
 * @param {string} name
 * @param {() => Promise<import('./vitest.mjs').Count>} body
 */
async function part(name, body) {
  const began = performance.now()
  say(name)
  /** @type {import('./vitest.mjs').Count} */
  let count
  try {
    count = interrupted() ? oneCheck(false) : await body()
  }
  catch (error) {
    process.stderr.write(`${error instanceof LaunchError ? error.message : /** @type {Error} */ (error).stack}\n`)
    count = oneCheck(false)
  }
  parts.push({ name, count, seconds: (performance.now() - began) / 1000 })
}

/**
 * Runs a tool whose exit code is its verdict.
 *
 * @param {string} script
 * @param {string[]} args
 */
async function check(script, args) {
  return oneCheck(await inView(process.execPath, [script, ...args], { cwd: root }) === 0)
}

/**
 * Everything that needs neither a runtime nor a display, then everything that does.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} projects none means all
 */
async function allParts(env, projects) {
  // Each keeps one core busy.
  await Promise.all([
    part('lint', () => check(tool('eslint'), ['.', '--max-warnings', '0'])),
    part('types', () => check(tool('vue-tsc'), ['--build'])),
  ])
  await part('knip', () => check(tool('knip'), []))
  await part('build', async () => {
    await buildIfStale()
    return oneCheck(true)
  })
  await part('tests', () => countedVitest([...projects.flatMap(name => ['--project', name]), ...process.argv.slice(2)], env))
}

await run(async () => {
  let isPrepared = false
  try {
    await withApp({ isTest: true, isBuilt: false }, ({ env }) => {
      isPrepared = true
      return allParts(env, [])
    })
  }
  catch (error) {
    if (isPrepared)
      throw error
    // Without a runtime or a display the flows cannot run; everything else still can.
    await part('set-up for flows', () => Promise.reject(error))
    await allParts(process.env, ['unit', 'components', 'data', 'house'])
  }
  process.stdout.write(`${summary(parts)}\n`)
  return total(parts).failed > 0 ? 1 : 0
})
