import type { RunningApp } from './app'
import type { SmallDisk } from './small-disk'
import type { User } from './screens'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { launchApp, newProfile } from './app'
import { addNumber, anyOf, beginWithNumber, closeLogPanel, logBinding, mouseHand, openLogPanel, pictureOfFailure, storedRows, ULTRA, user, VOICE } from './screens'
import { smallDisk } from './small-disk'

let profile: string
let running: RunningApp
let disk: SmallDisk | null = null

beforeEach(() => {
  profile = newProfile()
})

afterEach(async (test) => {
  await pictureOfFailure(test, running.page)
  await running.close()
  disk?.close()
  disk = null
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
})

async function launch(): Promise<User> {
  running = await launchApp({ userDataDir: profile })
  return user(running.page, mouseHand(running.page), 'en')
}

/** A number and a binding, then the app is closed. Gives back all rows. */
async function logSomething(): Promise<Awaited<ReturnType<typeof storedRows>>> {
  const who = await launch()
  await beginWithNumber(who)
  await addNumber(who, { typed: VOICE, written: VOICE })
  await openLogPanel(who)
  await logBinding(who, { typed: 'gmail', name: 'Gmail' })
  await closeLogPanel(who)
  const rows = await storedRows(running.page)
  await running.close()
  return rows
}

function databaseFolder(): string {
  return join(profile, 'IndexedDB')
}

function databaseFiles(): string[] {
  return readdirSync(databaseFolder(), { recursive: true, withFileTypes: true }).filter(entry => entry.isFile() && /\.(?:log|ldb)$|MANIFEST/.test(entry.name)).map(entry => join(entry.parentPath, entry.name))
}

async function expectAllThere(before: Awaited<ReturnType<typeof storedRows>>, said: RegExp | null): Promise<void> {
  const { page } = await launch()
  await page.getByRole('heading', { name: 'Today', exact: true }).waitFor()
  expect(await storedRows(page)).toEqual(before)
  const note = page.getByRole('status').filter({ hasText: said ?? /journal|snapshot/ })
  if (said)
    await note.waitFor()
  else
    expect(await note.count()).toBe(0)
}

describe('a database', () => {
  it('that was deleted is rebuilt, and the user is told in one sentence', async () => {
    const before = await logSomething()
    rmSync(databaseFolder(), { recursive: true })
    await expectAllThere(before, /rebuilt from the journal/)
    await running.close()
    await expectAllThere(before, null)
  })

  it.each(['cut in half', 'overwritten with noise'] as const)('whose files were %s is rebuilt', async (how) => {
    const before = await logSomething()
    for (const file of databaseFiles()) {
      const { length } = readFileSync(file)
      if (how === 'cut in half')
        truncateSync(file, Math.floor(length / 2))
      else
        writeFileSync(file, randomBytes(length))
    }
    await expectAllThere(before, /brought back|rebuilt/)
  })

  it('of the first version, as it lay on disk then, is taken over and sealed', async () => {
    const first = resolve(import.meta.dirname, '../fixtures/databases/v1')
    mkdirSync(profile, { recursive: true })
    cpSync(join(first, 'IndexedDB'), databaseFolder(), { recursive: true })
    const then = JSON.parse(readFileSync(join(first, 'rows.json'), 'utf8')) as Record<string, { id: string }[]>
    const { page } = await launch()
    await page.getByRole('heading', { name: 'Today', exact: true }).waitFor()
    const now = await storedRows(page)
    for (const [table, rows] of Object.entries(then)) {
      if (table !== 'settings')
        expect(now[table], table).toEqual(expect.arrayContaining(rows))
    }
    expect(await page.evaluate(() => indexedDB.databases().then(all => all.map(({ name }) => name)))).toEqual(['untether-sealed'])
  })
})

describe('a journal', () => {
  it('that was deleted is written anew, and the database may go after that', async () => {
    const before = await logSomething()
    rmSync(join(profile, 'journal'), { recursive: true })
    await expectAllThere(before, null)
    await running.close()
    rmSync(databaseFolder(), { recursive: true })
    await expectAllThere(before, /rebuilt/)
  })

  it('whose last record is torn takes it from the database again', async () => {
    const before = await logSomething()
    const folder = join(profile, 'journal')
    const file = join(folder, readdirSync(folder).filter(name => name.endsWith('.untj')).sort().at(-1)!)
    truncateSync(file, readFileSync(file).length - 3)
    await expectAllThere(before, null)
    await running.close()
    rmSync(databaseFolder(), { recursive: true })
    await expectAllThere(before, /rebuilt/)
  })
})

it('a full disk refuses a snapshot in words, and one is made when there is room', { timeout: 120_000 }, async () => {
  disk = smallDisk(profile)
  const who = await launch()
  const { page, t } = who
  await beginWithNumber(who)
  await addNumber(who, { typed: ULTRA, written: ULTRA })
  disk.fill()
  await running.chooseMenu('go-settings')
  const section = page.locator('#backup')
  await section.getByRole('button', { name: t.backup.make, exact: true }).click()
  await section.getByText(anyOf(t.backup.full)).waitFor()
  expect(readdirSync(profile).includes('snapshots') ? readdirSync(join(profile, 'snapshots')) : []).toEqual([])
  disk.empty()
  await section.getByRole('button', { name: t.backup.make, exact: true }).click()
  await section.getByText(t.backup.made, { exact: true }).first().waitFor()
  expect(readdirSync(join(profile, 'snapshots'))).toHaveLength(1)
})
