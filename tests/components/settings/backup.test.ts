import type { AppOptions } from '../app'
import type { OpenAnswer } from '../../../src/shared/storage'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addNumber } from '../../../src/core/actions/add-number'
import { removeSample } from '../../../src/core/actions/remove-sample'
import { emptyFacts } from '../../../src/core/records/facts'
import { openPlain, openSealed, recognise } from '../../../src/data/backup/opened'
import BackupSection from '../../../src/renderer/features/settings/backup/BackupSection.vue'
import { filesBridge } from '../../fixtures/files-bridge'
import { newDisk, NOW } from '../../data/open'
import { noPause } from '../../unit/data/backup/generated'
import { KEY as FILE_KEY, sealed, zip } from '../../unit/data/backup/kit'
import { startApp } from '../app'
import { find, named, settle, textOf, type, until } from '../page'
import { violations } from '../ui/axe'

const PASSPHRASE = 'four quiet words'

/** The section over a real record and its real snapshots; files and vault are the test's. */
async function section(options: AppOptions & { snapshots?: number } = {}) {
  const disk = options.disk ?? newDisk()
  let now = NOW
  const saved: { name: string, bytes: Uint8Array }[] = []
  const chosen: { answer: OpenAnswer } = { answer: { state: 'cancelled' } }
  const files = filesBridge()
  const app = await startApp({
    isSample: true,
    pages: { settings: BackupSection },
    disk,
    world: { now: () => now += 1000 },
    ...options,
    bridge: {
      files: {
        save: async (name, bytes) => {
          saved.push({ name, bytes })
          return { state: 'saved', path: `/home/mei/${name}` }
        },
        open: async () => chosen.answer,
      },
      vault: {
        ...files.vault,
        makeFileSlots: async passphrase => ({ key: Uint8Array.from(FILE_KEY), slots: [{ ...SLOT, id: passphrase.length > 0 ? SLOT.id : '' }] }),
        openFileSlots: async (_slots, secret) => secret === PASSPHRASE ? { ok: true, key: Uint8Array.from(FILE_KEY) } : { ok: false, reason: 'wrong', waitMs: secret === 'again' ? 2_000 : 0 },
      },
      ...options.bridge,
    },
  })
  for (let made = 0; made < (options.snapshots ?? 1); made++) {
    await app.untether.backup.make()
    if (made + 1 < (options.snapshots ?? 1))
      await app.act(addNumber, { e164: `+1415555${String(1000 + made)}` })
  }
  await app.goTo('/settings')
  await until(() => !document.body.textContent!.includes('Checking'))
  const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-snapshot]')]
  const folder = join(disk.folder, 'snapshots')
  return { ...app, rows, saved, folder, open: (name: string, bytes: Uint8Array) => openFile(chosen, name, bytes) }
}

const SLOT = { kind: 'passphrase', id: '11111111-1111-4111-8111-111111111111', createdAt: 1, kdf: { name: 'scrypt', N: 131072, r: 8, p: 1, salt: '' }, nonce: '', box: '' } as const

async function openFile(chosen: { answer: OpenAnswer }, name: string, bytes: Uint8Array): Promise<void> {
  chosen.answer = { state: 'opened', file: { name, bytes } }
  named('Open a backup file').click()
  await dialog()
}

async function dialog(): Promise<HTMLElement> {
  await until(() => document.querySelector('[role=dialog]') !== null && !document.body.textContent!.includes('Reading all of it'))
  return find<HTMLElement>('[role=dialog]')
}

const heading = (): string => textOf('[role=dialog] header p')
function pick(mode: 'merge' | 'replace'): Promise<void> {
  find<HTMLInputElement>(`input[value=${mode}]`).click()
  return settle()
}

describe('snapshots', () => {
  it.each(['en', 'zh-CN'] as const)('hold against axe in %s', async (language) => {
    await section({ language, snapshots: 2 })
    expect(await violations(document.body)).toEqual([])
  })

  it('says when the last one was made, what each holds, and that it was read to its end', async () => {
    const { rows } = await section()
    expect(textOf('#backup')).toContain('Last good snapshot:')
    expect(rows()).toHaveLength(1)
    expect(rows()[0]!.textContent).toMatch(/3 numbers · 28 bindings.*kB.*Verified/s)
  })

  it('makes one on request, and says so where there is nothing new', async () => {
    const { rows, act } = await section()
    named('Make one now').click()
    await until(() => document.body.textContent!.includes('already holds everything'))
    await act(addNumber, { e164: '+14155552000' })
    named('Make one now').click()
    await until(() => document.body.textContent!.includes('Snapshot made and verified'))
    // The words stand before the list was read again.
    await until(() => rows().length === 2)
  })

  it('a damaged one is found out, is not offered, and is not the last good one', async () => {
    const disk = newDisk()
    const { untether, act, unmount } = await section({ disk, snapshots: 2 })
    await act(removeSample, undefined)
    expect(untether.backup.last.value?.ok).toBe(true)
    unmount()
    document.body.innerHTML = ''
    const folder = join(disk.folder, 'snapshots')
    const newest = readdirSync(folder).sort().at(-1)!
    const bytes = readFileSync(join(folder, newest))
    bytes[bytes.length - 30]! ^= 1
    writeFileSync(join(folder, newest), bytes)

    const again = await section({ disk, isSample: false, snapshots: 0 })
    await until(() => document.body.textContent!.includes('Damaged'))
    const [first, second] = again.rows()
    expect(first!.textContent).toContain('Damaged')
    expect(first!.querySelector('button')).toBeNull()
    expect(second!.textContent).toContain('Verified')
    expect(second!.textContent).toContain('holds far more than now')
    expect(await violations(document.body)).toEqual([])
  })

  it('shows the newest five, the rest on request', async () => {
    const { rows } = await section({ snapshots: 7 })
    expect(rows()).toHaveLength(5)
    named('Show 2 older').click()
    await settle()
    expect(rows()).toHaveLength(7)
  })

  it('a disk without room is said in words, and nothing is lost', async () => {
    const { folder, untether } = await section({ snapshots: 0 })
    // A file where the folder should be: no snapshot can be written there.
    rmSync(folder, { recursive: true, force: true })
    writeFileSync(folder, '')
    named('Make one now').click()
    await until(() => document.body.textContent!.includes('could not be written'))
    expect(untether.facts.value.numbers.size).toBe(3)
  })
})

describe('a restore', () => {
  it('shows what is inside and what would change before anything is touched, and undo brings it back', async () => {
    const { act, untether, record } = await section()
    const before = record.facts()
    await act(removeSample, undefined)
    const gone = record.facts()
    named('Restore the snapshot').click()
    const shown = await dialog()
    expect(await violations(shown)).toEqual([])
    expect(heading()).toBe('Restore this snapshot')
    expect(shown.textContent).toContain('by Untether 0.1.0')
    expect(shown.textContent).toMatch(/3 numbers · 28 bindings/)
    expect(shown.textContent).toContain('A snapshot of now is made first')
    expect([...shown.querySelectorAll('li')].map(item => item.textContent).join('\n')).toMatch(/Added: .*Bank codes/)
    expect(shown.textContent).toMatch(/Gmail · .*on #0134/)
    expect(record.facts()).toBe(gone)

    named('Merge into the record').click()
    await until(() => document.querySelector('[role=dialog]') === null)
    expect(record.facts().bindings).toEqual(before.bindings)
    expect(untether.notice.value).toMatchObject({ kind: 'done', event: { kind: 'record.merged' } })
    await untether.undo()
    expect(record.facts()).toEqual(gone)
  })

  it('replace says what goes', async () => {
    const { act, record } = await section()
    const before = record.facts()
    await act(addNumber, { e164: '+14155552000', label: 'Later' })
    named('Restore the snapshot').click()
    const shown = await dialog()
    expect(shown.textContent).toContain('your record already holds all of this')
    expect(shown.textContent).not.toContain('Merge into the record')
    await pick('replace')
    expect(shown.textContent).toMatch(/Removed: .*Later/)
    named('Replace the record').click()
    await until(() => document.querySelector('[role=dialog]') === null)
    expect(record.facts()).toEqual(before)
  })

  it('is refused in words where no snapshot of now can be made', async () => {
    const { act, folder, record } = await section()
    await act(removeSample, undefined)
    await act(addNumber, { e164: '+14155552000' })
    const gone = record.facts()
    named('Restore the snapshot').click()
    const shown = await dialog()
    rmSync(folder, { recursive: true, force: true })
    writeFileSync(folder, '')
    named('Merge into the record').click()
    await until(() => shown.querySelector('[role=alert]') !== null)
    expect(shown.textContent).toContain('nothing was changed')
    expect(record.facts()).toBe(gone)
  })
})

describe('a backup file', () => {
  it.each([
    ['nothing', new Uint8Array(0), 'This file is empty'],
    ['a zip', zip('a', 'b'), 'This is not a backup of Untether'],
    ['a later format', new TextEncoder().encode('UNTETHER-BACKUP 2\n'), 'A newer Untether wrote this'],
    ['one that was cut off', new TextEncoder().encode('UNTETHER-BACKUP 1\n{'), 'This backup ends too early'],
  ])('%s: what it is, what was kept, what to do', async (_what, bytes, title) => {
    const { open, record } = await section()
    const before = record.facts()
    await open('file.bin', bytes)
    const shown = await dialog()
    expect(heading()).toBe(title)
    expect(shown.textContent).toContain('your record is as it was')
    expect(shown.textContent).toContain('file.bin')
    expect(await violations(shown)).toEqual([])
    expect(record.facts()).toBe(before)
  })

  it('a sealed one asks for its passphrase, waits after wrong ones, then shows what is inside', async () => {
    const { open, record } = await section()
    await open('export.untether', await sealed({ ...emptyFacts(), numbers: record.facts().numbers }, [], { slots: [SLOT] }))
    const shown = await dialog()
    expect(heading()).toBe('This backup is sealed')
    expect(await violations(shown)).toEqual([])
    const field = find<HTMLInputElement>('[role=dialog] input')
    for (const [secret, said] of [['nope nope', 'That does not open it'], ['again', 'Try again in 2 seconds']] as const) {
      type(field, secret)
      find('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
      await until(() => shown.textContent!.includes(said))
    }
    await until(() => !shown.textContent!.includes('Try again in'))
    type(field, PASSPHRASE)
    find('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
    await until(() => shown.textContent!.includes('What would change'))
    expect(shown.textContent).toContain('far less than your record now')
  })

  it('is saved sealed under a passphrase typed twice', async () => {
    const { saved, untether, record } = await section()
    named('Save a backup file').click()
    const shown = await dialog()
    expect(await violations(shown)).toEqual([])
    const submit = async (): Promise<void> => {
      find('[role=dialog] form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
      await settle()
    }
    const [first, second] = [...shown.querySelectorAll('input[type=password]')]
    type(first!, 'short')
    await submit()
    expect(shown.textContent).toContain('at least 8 characters')
    type(first!, PASSPHRASE)
    await submit()
    expect(shown.textContent).toContain('The two are not the same')
    type(second!, PASSPHRASE)
    await submit()
    await until(() => saved.length === 1)
    expect(saved[0]!.name).toMatch(/^untether-\d{4}-\d\d-\d\d\.untether$/)
    const found = recognise(saved[0]!.bytes)
    const inside = found.format === 'sealed' ? await openSealed(found.file, FILE_KEY, noPause) : null
    expect(inside!.facts).toEqual(record.facts())
    expect(inside!.events.length).toBeGreaterThan(0)
    await until(() => untether.notice.value !== null)
    expect(untether.notice.value).toMatchObject({ kind: 'said', key: 'backup.saved' })
  })

  it('is saved plain only after its warning was taken note of', async () => {
    const { saved, record } = await section()
    named('Save a backup file').click()
    const shown = await dialog()
    find<HTMLInputElement>('[role=dialog] input[value=plain]').click()
    await settle()
    expect(await violations(shown)).toEqual([])
    expect(shown.textContent).toContain('can read every number')
    find('[role=dialog] form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
    await settle()
    expect(saved).toEqual([])
    expect(shown.textContent).toContain('Tick this first')
    find<HTMLInputElement>('[role=dialog] input[type=checkbox]').click()
    find('[role=dialog] form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
    await until(() => saved.length === 1)
    const inside = await openPlain(saved[0]!.bytes, noPause)
    expect(inside.facts).toEqual(record.facts())
    expect(inside.isEdited).toBe(false)
  })
})
