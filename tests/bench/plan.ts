import type { Figure } from './figure'
import type { Facts } from '../../src/core/records/tables'
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { createCatalog } from '../../src/core/catalog/catalog'
import { derivePlan } from '../../src/core/plan/derive-plan'
import { deriveToday } from '../../src/core/plan/derive-today'
import { factsOfNumber } from '../../src/core/records/facts'
import { largeFacts } from '../../src/core/sample/large'
import { gatherCatalog } from '../../src/build/catalog'
import { seedProfile } from '../fixtures/seed-profile'
import { appRoot, launchApp, newProfile } from '../flows/app'
import { figure, quantile } from './figure'
import { BARE_MS, measureBare, measureTicks } from './ticks'

const TODAY = '2026-11-23'
const ROUNDS = 33

/** Deriving plans, against copying the same rows through JSON: both walk every row once. */
export async function plan(): Promise<Figure[]> {
  const catalog = createCatalog(gatherCatalog(resolve(appRoot, 'resources/catalog')).facts)
  const derive = (facts: Facts) => () => deriveToday([...facts.numbers.values()].map(number =>
    derivePlan(factsOfNumber(facts, number.id)!, number.provider?.kind === 'catalog' ? catalog.provider(number.provider.id) ?? null : null, catalog, TODAY)), TODAY)
  const copy = (facts: Facts) => () => JSON.parse(JSON.stringify([...facts.bindings.values(), ...facts.accounts.values()])) as unknown
  const record = (numbers: number, bindings: number): Facts => largeFacts({ numbers, bindings, today: TODAY, seed: 3 })

  const [small, one, many] = [record(1, 1000), record(1, 10_000), record(200, 10_000)]
  const many200 = largeFacts({ numbers: 200, bindings: 10_000, today: new Date().toISOString().slice(0, 10), seed: 3 })
  const times = timesOf([derive(small), copy(small), derive(one), copy(one), derive(many), copy(many)])
  const [smallMs, smallCopy, oneMs, oneCopy, manyMs, manyCopy] = times.map(list => quantile(list, 0.5))
  // Growth is the work's own: the best rounds of each, in which nothing was collected in between.
  const [smallBest, , oneBest] = times.map(list => quantile(list, 0.1))
  const { ticks, bare } = await measureToday(many200)
  return [
    figure({ area: 'plan', name: 'one number with 1,000 bindings', value: smallMs!, unit: 'ms', baseline: smallCopy!, limit: 2 }),
    figure({ area: 'plan', name: '200 numbers with 10,000 bindings, and Today', value: manyMs!, unit: 'ms', baseline: manyCopy!, limit: 2.5 }),
    // The same limit at ten times the size: copying grows with the rows alone, and so must this.
    figure({ area: 'plan', name: 'one number with 10,000 bindings', value: oneMs!, unit: 'ms', baseline: oneCopy!, limit: 2 }),
    figure({ area: 'plan', name: 'ten times the bindings against once', value: oneBest!, unit: 'ms', baseline: smallBest!, limit: 12 }),
    figure({ area: 'plan', name: 'Today with 200 numbers, tick to paint, p95', value: quantile(ticks, 0.95), unit: 'ms', baseline: quantile(bare, 0.95), limit: TODAY_MS / BARE_MS }),
  ]
}

/** What Today may take to paint after a tick. */
const TODAY_MS = 100
const TICKS = 30

/** Ticks in the real window with a large record, beside keys in a bare one. */
async function measureToday(facts: Facts): Promise<{ ticks: number[], bare: number[] }> {
  const profile = newProfile()
  try {
    const { page, close } = await launchApp({ userDataDir: profile })
    await seedProfile(page, facts)
    const ticks = await measureTicks(page, TICKS)
    await close()
    return { ticks, bare: await measureBare() }
  }
  finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Times of each, in ms; taken in turn, so that a busy moment meets all alike. The first rounds only warm up. */
function timesOf(jobs: readonly (() => unknown)[]): number[][] {
  const times = jobs.map((): number[] => [])
  for (let round = 0; round < ROUNDS; round++) {
    jobs.forEach((job, index) => {
      const from = performance.now()
      job()
      times[index]!.push(performance.now() - from)
    })
  }
  return times.map(list => list.slice(3))
}
