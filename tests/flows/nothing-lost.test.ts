import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ownProfile } from './own-profile'
import { addNumber, anyOf, beginWithNumber, closeLogPanel, logBinding, openLogPanel, phaseTab, storedRows, ULTRA, VOICE } from './screens'

const own = ownProfile()

/** A number and a binding, then the app is closed. Gives back all rows. */
async function logSomething(): Promise<Awaited<ReturnType<typeof storedRows>>> {
  const who = await own.launch()
  await beginWithNumber(who)
  await addNumber(who, { typed: VOICE, written: VOICE })
  await openLogPanel(who)
  await logBinding(who, { typed: 'gmail', name: 'Gmail' })
  await closeLogPanel(who)
  const rows = await storedRows(own.running.page)
  await own.running.close()
  return rows
}

function databaseFolder(): string {
  return join(own.folder, 'IndexedDB')
}

function databaseFiles(): string[] {
  return readdirSync(databaseFolder(), { recursive: true, withFileTypes: true }).filter(entry => entry.isFile() && /\.(?:log|ldb)$|MANIFEST/.test(entry.name)).map(entry => join(entry.parentPath, entry.name))
}

async function expectAllThere(before: Awaited<ReturnType<typeof storedRows>>, said: RegExp | null): Promise<void> {
  const { page } = await own.launch()
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
    await own.running.close()
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
    mkdirSync(own.folder, { recursive: true })
    cpSync(join(first, 'IndexedDB'), databaseFolder(), { recursive: true })
    const then = JSON.parse(readFileSync(join(first, 'rows.json'), 'utf8')) as Record<string, { id: string }[]>
    const { page } = await own.launch()
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
    rmSync(join(own.folder, 'journal'), { recursive: true })
    await expectAllThere(before, null)
    await own.running.close()
    rmSync(databaseFolder(), { recursive: true })
    await expectAllThere(before, /rebuilt/)
  })

  it('whose last record is torn takes it from the database again', async () => {
    const before = await logSomething()
    const folder = join(own.folder, 'journal')
    const file = join(folder, readdirSync(folder).filter(name => name.endsWith('.untj')).sort().at(-1)!)
    truncateSync(file, readFileSync(file).length - 3)
    await expectAllThere(before, null)
    await own.running.close()
    rmSync(databaseFolder(), { recursive: true })
    await expectAllThere(before, /rebuilt/)
  })
})

it('a full disk refuses a snapshot, a file and an export in words, and takes all three when there is room', { timeout: 120_000 }, async () => {
  const disk = own.onSmallDisk()
  const who = await own.launch()
  const { page, t } = who
  await beginWithNumber(who)
  await addNumber(who, { typed: ULTRA, written: ULTRA })
  disk.fill()
  await own.running.chooseMenu('go-settings')
  const section = page.locator('#backup')
  await section.getByRole('button', { name: t.backup.make, exact: true }).click()
  await section.getByText(anyOf(t.backup.full)).waitFor()
  expect(readdirSync(own.folder).includes('snapshots') ? readdirSync(join(own.folder, 'snapshots')) : []).toEqual([])
  disk.empty()
  await section.getByRole('button', { name: t.backup.make, exact: true }).click()
  await section.getByText(t.backup.made, { exact: true }).first().waitFor()
  expect(readdirSync(join(own.folder, 'snapshots'))).toHaveLength(1)

  const source = mkdtempSync(join(tmpdir(), 'source-'))
  const letter = join(source, 'letter.bin')
  writeFileSync(letter, randomBytes(100_000))
  const attachments = join(own.folder, 'attachments')
  const path = join(own.folder, 'saved.json')
  await own.running.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path })
  }, path)
  const exportPlain = async (): Promise<void> => {
    await section.getByRole('button', { name: t.backup.saveFile, exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(t.backup.plain, { exact: true }).click()
    await dialog.getByText(t.backup.plainSure, { exact: true }).click()
    await dialog.getByRole('button', { name: t.backup.save, exact: true }).click()
  }

  disk.fill()
  await exportPlain()
  await page.getByText(t.backup.saveFull, { exact: true }).first().waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  expect(readdirSync(own.folder).filter(name => name.startsWith('saved'))).toEqual([])
  const [numberId] = (await storedRows(page))['numbers']!.map(row => row['id'])
  await page.evaluate((id) => {
    location.hash = `#/numbers/${String(id)}/plan`
  }, numberId)
  await phaseTab(who, 'back-up').click()
  await page.locator('main').getByText(t.words.task['export-record'], { exact: true }).first().click()
  const input = page.locator('input[type=file]')
  await input.setInputFiles(letter)
  await page.getByText(t.refused['disk-full'], { exact: true }).first().waitFor()
  expect(readdirSync(own.folder).includes('attachments') ? readdirSync(attachments) : []).toEqual([])

  disk.empty()
  await input.setInputFiles(letter)
  await page.getByRole('button', { name: /^Save a copy/ }).waitFor()
  expect(readdirSync(attachments)).toHaveLength(1)
  await own.running.chooseMenu('go-settings')
  await exportPlain()
  await expect.poll(() => existsSync(path)).toBe(true)
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ format: 'untether-export', files: [{ data: readFileSync(letter).toString('base64') }] })
  rmSync(source, { recursive: true })
})
