import type { Page } from 'playwright-core'
import type { Facts, TableName } from '../../src/core/records/tables'
import type { Figure } from './figure'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import en from '../../src/shared/locales/en'
import { largeFacts } from '../../src/core/sample/large'
import { TABLES } from '../../src/core/records/tables'
import { latestVersion } from '../../src/data/versions'
import { launchApp, newProfile } from '../flows/app'
import { figure, quantile } from './figure'
import { startApp, startBlank } from './starts'

const NUMBERS = 200
const BINDINGS = 10_000
const STARTS = 5
const TICKS = 40
const PASSPHRASE = 'correct horse battery'

/** What sealing, journal and snapshots cost with 200 numbers and 10,000 bindings, in the real window. */
export async function storage(): Promise<Figure[]> {
  const profile = newProfile()
  try {
    const facts = largeFacts({ numbers: NUMBERS, bindings: BINDINGS, today: new Date().toISOString().slice(0, 10), seed: 2 })
    const { bulk, raw } = await measureBulk(profile, facts)
    const { commits, rawPuts } = await measureTicks(profile)
    const { snapshot, longest } = await measureSnapshot(profile)
    const { opened, usable, blank } = await measureStarts(profile)
    const unlock = await measureUnlock(profile)
    const middle = (times: readonly number[]): number => quantile(times, 0.5)
    return [
      figure({ area: 'storage', name: 'one commit of 10,000 bindings, sealed and journalled', value: bulk, unit: 'ms', baseline: raw, limit: 3 }),
      figure({ area: 'storage', name: 'tick committed with journal flush, p95', value: quantile(commits, 0.95), unit: 'ms', baseline: quantile(rawPuts, 0.95), limit: TICK_MS / RAW_PUT_MS }),
      figure({ area: 'storage', name: 'start until all 10,000 bindings are open', value: middle(opened), unit: 'ms', baseline: middle(blank), limit: (BLANK_MS + OPEN_MS) / BLANK_MS }),
      figure({ area: 'storage', name: 'start until Today is usable with them', value: middle(usable), unit: 'ms', baseline: middle(blank), limit: 4 }),
      figure({ area: 'storage', name: 'unlock by passphrase, until the record opens', value: unlock, unit: 'ms', baseline: middle(blank), limit: UNLOCK_MS / BLANK_MS }),
      figure({ area: 'storage', name: 'snapshot of 10,000 bindings, read back', value: snapshot, unit: 'ms', baseline: raw, limit: SNAPSHOT_MS / RAW_MS }),
      figure({ area: 'storage', name: 'longest task of the window meanwhile', value: longest, unit: 'ms', baseline: LONG_TASK_MS, limit: 1 }),
    ]
  }
  finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Absolute figures of the issue, and what their yardsticks take on the machine where the limits were set. */
const TICK_MS = 25
const RAW_PUT_MS = 3.5
const BLANK_MS = 500
const OPEN_MS = 600
const UNLOCK_MS = 1500
const SNAPSHOT_MS = 2000
const RAW_MS = 1400
const LONG_TASK_MS = 50

/** Takes the whole record in from a plain file, as one commit; beside it, the same rows put raw into a database of the same window. */
async function measureBulk(profile: string, facts: Facts): Promise<{ bulk: number, raw: number }> {
  const file = join(profile, 'large.json')
  const tables = Object.fromEntries(TABLES.map(table => [table, [...facts[table].values()]])) as Record<TableName, object[]>
  writeFileSync(file, JSON.stringify({ format: 'untether-export', version: 1, schema: latestVersion, createdAt: Date.now(), tables, events: [] }))
  const { app, page, close, chooseMenu } = await launchApp({ userDataDir: profile })
  await page.getByRole('button', { name: en.firstStart.lookAround }).click()
  await page.getByRole('heading', { name: en.today.title, exact: true }).waitFor()
  const raw = quantile([await putRaw(page, tables), await putRaw(page, tables), await putRaw(page, tables)], 0.5)

  await app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] })
  }, file)
  await chooseMenu('go-settings')
  const section = page.locator('#backup')
  await section.getByRole('button', { name: en.backup.openFile, exact: true }).click()
  const dialog = page.getByRole('dialog')
  const before = await measures(page, 'app:commit')
  await dialog.getByRole('button', { name: en.backup.confirmMerge }).click()
  await page.waitForFunction(count => performance.getEntriesByName('app:commit').length > count, before.length, { timeout: 120_000 })
  const [bulk] = (await measures(page, 'app:commit')).slice(-1)
  await pause(6000)
  await close()
  rmSync(file)
  return { bulk: bulk!, raw }
}

function putRaw(page: Page, tables: Record<TableName, object[]>): Promise<number> {
  return page.evaluate(async (tables) => {
    const name = `raw-${Math.random()}`
    const db = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open(name, 1)
      request.onupgradeneeded = () => Object.keys(tables).forEach(table => request.result.createObjectStore(table, { keyPath: 'id' }))
      request.onsuccess = () => done(request.result)
    })
    const from = performance.now()
    const transaction = db.transaction(Object.keys(tables), 'readwrite')
    for (const [table, rows] of Object.entries(tables))
      rows.forEach(row => transaction.objectStore(table).put(row))
    await new Promise(done => transaction.oncomplete = done)
    const time = performance.now() - from
    db.close()
    indexedDB.deleteDatabase(name)
    return time
  }, tables)
}

async function measures(page: Page, name: string): Promise<number[]> {
  return page.evaluate(name => performance.getEntriesByName(name).map(({ duration }) => duration), name)
}

async function measureTicks(profile: string): Promise<{ commits: number[], rawPuts: number[] }> {
  const { page, close } = await launchApp({ userDataDir: profile })
  const row = page.locator('main ul').getByRole('checkbox', { name: /^(?:Move|Verify)/, checked: false }).and(page.locator(':not([aria-disabled])'))
  await row.first().waitFor()
  await pause(3000)
  const before = (await measures(page, 'app:commit')).length
  const rawPuts: number[] = []
  for (let index = 0; index < TICKS; index++) {
    rawPuts.push(await putOne(page))
    await row.first().focus()
    await page.keyboard.press('Space')
    await pause(700)
  }
  const commits = (await measures(page, 'app:commit')).slice(before)
  await close()
  if (commits.length < TICKS)
    throw new Error('a tick committed nothing')
  return { commits, rawPuts }
}

/** One small row put into a database that waits for the disk. */
function putOne(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('raw-one', 1)
      request.onupgradeneeded = () => request.result.createObjectStore('rows')
      request.onsuccess = () => done(request.result)
    })
    const from = performance.now()
    const transaction = db.transaction('rows', 'readwrite', { durability: 'strict' })
    transaction.objectStore('rows').put('x'.repeat(400), Math.random())
    await new Promise(done => transaction.oncomplete = done)
    const time = performance.now() - from
    db.close()
    return time
  })
}

async function measureSnapshot(profile: string): Promise<{ snapshot: number, longest: number }> {
  const { page, close } = await launchApp({ userDataDir: profile })
  await page.waitForFunction(() => performance.getEntriesByName('app:usable').length > 0)
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { longTasks: times })
    new PerformanceObserver(list => times.push(...list.getEntries().map(({ duration }) => duration))).observe({ entryTypes: ['longtask'] })
  })
  // The one that the start makes by itself: the ticks before it are new.
  await page.waitForFunction(() => performance.getEntriesByName('app:snapshot').length > 0, undefined, { timeout: 60_000 })
  const [snapshot] = await measures(page, 'app:snapshot')
  const longest = await page.evaluate(() => Math.max(0, ...(window as unknown as { longTasks: number[] }).longTasks))
  await close()
  return { snapshot: snapshot!, longest }
}

async function measureStarts(profile: string): Promise<{ opened: number[], usable: number[], blank: number[] }> {
  const opened: number[] = []
  const usable: number[] = []
  const blank: number[] = []
  for (let round = 0; round <= STARTS; round++) {
    blank.push((await startBlank()).ms)
    const { openedMs, ms } = await startApp(profile)
    opened.push(openedMs)
    usable.push(ms)
  }
  return { opened: opened.slice(1), usable: usable.slice(1), blank: blank.slice(1) }
}

async function measureUnlock(profile: string): Promise<number> {
  const first = await launchApp({ userDataDir: profile })
  await first.page.waitForFunction(() => performance.getEntriesByName('app:usable').length > 0)
  await first.page.evaluate(passphrase => window.untether.vault.setPassphrase(null, passphrase), PASSPHRASE)
  await first.close()
  const { page, close } = await launchApp({ userDataDir: profile })
  await page.getByLabel(en.vault.secret, { exact: true }).fill(PASSPHRASE)
  const from = await page.evaluate(() => performance.now())
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => performance.getEntriesByName('app:opened').length > 0)
  const time = await page.evaluate(from => performance.getEntriesByName('app:opened')[0]!.startTime - from, from)
  await close()
  return time
}
