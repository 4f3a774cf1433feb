import type { Figure } from './figure'
import type { Facts } from '../../src/core/records/tables'
import { resolve } from 'node:path'
import { createCatalog } from '../../src/core/catalog/catalog'
import { derivePlan } from '../../src/core/plan/derive-plan'
import { deriveToday } from '../../src/core/plan/derive-today'
import { factsOfNumber } from '../../src/core/records/facts'
import { largeFacts } from '../../src/core/sample/large'
import { gatherCatalog } from '../../src/build/catalog'
import { appRoot } from '../flows/app'
import { figure, quantile } from './figure'

const TODAY = '2026-11-23'
const ROUNDS = 21

/** Deriving plans, against copying the same rows through JSON: both walk every row once. */
export async function plan(): Promise<Figure[]> {
  const catalog = createCatalog(gatherCatalog(resolve(appRoot, 'resources/catalog')).facts)
  const derive = (facts: Facts) => () => deriveToday([...facts.numbers.values()].map(number =>
    derivePlan(factsOfNumber(facts, number.id)!, number.provider?.kind === 'catalog' ? catalog.provider(number.provider.id) ?? null : null, catalog, TODAY)), TODAY)
  const copy = (facts: Facts) => () => JSON.parse(JSON.stringify([...facts.bindings.values(), ...facts.accounts.values()])) as unknown
  const record = (numbers: number, bindings: number): Facts => largeFacts({ numbers, bindings, today: TODAY, seed: 3 })

  const [small, one, many] = [record(1, 1000), record(1, 10_000), record(200, 10_000)]
  const [smallMs, smallCopy, oneMs, oneCopy, manyMs, manyCopy] = middles([derive(small), copy(small), derive(one), copy(one), derive(many), copy(many)])
  return [
    figure({ area: 'plan', name: 'one number with 1,000 bindings', value: smallMs!, unit: 'ms', baseline: smallCopy!, limit: 2 }),
    figure({ area: 'plan', name: '200 numbers with 10,000 bindings, and Today', value: manyMs!, unit: 'ms', baseline: manyCopy!, limit: 2.5 }),
    // The same limit at ten times the size: copying grows with the rows alone, and so must this.
    figure({ area: 'plan', name: 'one number with 10,000 bindings', value: oneMs!, unit: 'ms', baseline: oneCopy!, limit: 2 }),
  ]
}

/** Middle time of each, in ms; taken in turn, so that a busy moment meets all alike. */
function middles(jobs: readonly (() => unknown)[]): number[] {
  const times = jobs.map((): number[] => [])
  for (let round = 0; round < ROUNDS; round++) {
    jobs.forEach((job, index) => {
      const from = performance.now()
      job()
      times[index]!.push(performance.now() - from)
    })
  }
  return times.map(list => quantile(list.slice(3), 0.5))
}
