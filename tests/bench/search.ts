import type { Facts } from '../../src/core/records/tables'
import type { SearchIndex, Sources } from '../../src/core/search/search-index'
import type { Figure } from './figure'
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { gatherCatalog } from '../../src/build/catalog'
import { createCatalog } from '../../src/core/catalog/catalog'
import { derivePlan } from '../../src/core/plan/derive-plan'
import { factsOfNumber } from '../../src/core/records/facts'
import { largeFacts } from '../../src/core/sample/large'
import { parseQuery } from '../../src/core/search/query'
import { search as find } from '../../src/core/search/search'
import { createIndexer } from '../../src/core/search/search-index'
import { seedProfile } from '../fixtures/seed-profile'
import { appRoot, launchApp, newProfile } from '../flows/app'
import { figure, quantile } from './figure'
import { keyToPaint } from './paint'
import { BARE_MS, measureBare } from './ticks'
import { timed, timedCopy } from './timed'

const TODAY = '2026-11-23'
const ROUNDS = 12
/** What people type, key by key: names, initials, digits, a login, a slip, operators, and what fits nothing. */
const TYPED = ['gmail', 'zsyh', '0134', 'user4021@example.com', 'chsae', 'state:bound risk:critical', 'club 12', 'qqzzxx']

/** Issue's figures, and what the yardsticks take on the machine where the limits were set. */
const KEY_MS = 10
const PAINT_MS = 50
const COPY_MS = 25
/** Making the index once; it is kept from then on. */
const INDEX_MS = 150

/** Find or do over 50 numbers and 10,000 bindings: the search by itself, its index, and a key in the real window. */
export async function search(): Promise<Figure[]> {
  const sources = sourcesOf(largeFacts({ numbers: 50, bindings: 10_000, today: TODAY, seed: 5 }))
  const copies: number[] = []
  const makings: number[] = []
  const keys: number[] = []
  const renewals: number[] = []
  const indexer = createIndexer()
  let index: SearchIndex = indexer(sources)
  for (let round = 0; round < ROUNDS; round++) {
    copies.push(timedCopy(sources.facts))
    makings.push(timed(() => createIndexer()(sources)))
    const [changed] = [...sources.facts.bindings.values()].slice(round)
    renewals.push(timed(() => index = indexer({ ...sources, facts: { ...sources.facts, bindings: new Map(sources.facts.bindings).set(changed!.id, { ...changed!, state: 'removed' }) } })))
    for (const text of TYPED) {
      for (let end = 1; end <= text.length; end++)
        keys.push(timed(() => find(index, parseQuery(text.slice(0, end)))))
    }
  }
  // The first rounds only warm up.
  const warm = (times: readonly number[]): number[] => times.slice(Math.floor(times.length / 4))
  const copy = quantile(warm(copies), 0.5)
  const { paints, bare } = await measurePaint()
  return [
    figure({ area: 'search', name: 'one key over 50 numbers and 10,000 bindings, p95', value: quantile(warm(keys), 0.95), unit: 'ms', baseline: copy, limit: KEY_MS / COPY_MS }),
    figure({ area: 'search', name: 'index made at once', value: quantile(warm(makings), 0.5), unit: 'ms', baseline: copy, limit: INDEX_MS / COPY_MS }),
    figure({ area: 'search', name: 'index after one binding changed', value: quantile(warm(renewals), 0.5), unit: 'ms', baseline: copy, limit: 1 }),
    figure({ area: 'search', name: 'key to painted results, p95', value: quantile(paints, 0.95), unit: 'ms', baseline: quantile(bare, 0.95), limit: PAINT_MS / BARE_MS }),
  ]
}

function sourcesOf(facts: Facts): Sources {
  const catalog = createCatalog(gatherCatalog(resolve(appRoot, 'resources/catalog')).facts)
  const plans = new Map([...facts.numbers.values()].map(number => [number.id, derivePlan(factsOfNumber(facts, number.id)!, number.provider?.kind === 'catalog' ? catalog.provider(number.provider.id) ?? null : null, catalog, TODAY)]))
  return { facts, catalog, plans, offers: [], pinyinOf: () => [], taskWords: kind => kind }
}

/** Keys in the real window, from the key to the frame that shows what it found; beside them keys in a bare one. */
async function measurePaint(): Promise<{ paints: number[], bare: number[] }> {
  const profile = newProfile()
  try {
    const { page, press, close } = await launchApp({ userDataDir: profile })
    await seedProfile(page, largeFacts({ numbers: 50, bindings: 10_000, today: new Date().toISOString().slice(0, 10), seed: 5 }))
    await page.waitForFunction(() => performance.getEntriesByName('app:usable').length > 0)
    await press('Control+K')
    const box = page.locator('[role=dialog] [role=combobox]')
    await box.waitFor()
    // The dictionary of pinyin comes once, a moment after the box.
    await pause(2_000)
    const paints: number[] = []
    for (const text of ['gmail', 'user40', 'chase', 'line 12', 'state:b']) {
      for (let round = 0; round < 4; round++) {
        await box.fill('')
        await pause(80)
        for (const key of text) {
          paints.push(await keyToPaint(page, key === ' ' ? 'Space' : key))
          await pause(40)
        }
      }
    }
    await close()
    return { paints: paints.slice(5), bare: await measureBare() }
  }
  finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}
