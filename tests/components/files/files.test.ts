import type { SaveAnswer } from '../../../src/shared/storage'
import type { Owner } from '../../../src/renderer/app/files/FileList.vue'
import type { AppOptions } from '../app'
import { Buffer } from 'node:buffer'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { h, shallowRef } from 'vue'
import { addNumber } from '../../../src/core/actions/add-number'
import { tickTask } from '../../../src/core/actions/tick-task'
import FileList from '../../../src/renderer/app/files/FileList.vue'
import { plainFileName } from '../../../src/renderer/app/files/plain-file-name'
import { newDisk } from '../../data/open'
import { KEY as FILE_KEY } from '../../unit/data/backup/kit'
import { onePixel } from '../../unit/core/files/pictures'
import { filesBridge } from '../../fixtures/files-bridge'
import { startApp } from '../app'
import { find, named, settle, textOf, until } from '../page'
import { violations } from '../ui/axe'

const SLOT = { kind: 'passphrase', id: '11111111-1111-4111-8111-111111111111', createdAt: 1, kdf: { name: 'scrypt', N: 131072, r: 8, p: 1, salt: '' }, nonce: '', box: '' } as const

/** The list for one binding of the sample, or for what `makeOwner` makes. */
async function list(options: AppOptions & { answer?: SaveAnswer, makeOwner?: () => Promise<Owner | null> } = {}) {
  const saved: { name: string, bytes: Uint8Array }[] = []
  const disk = options.disk ?? newDisk()
  const owner = shallowRef<Owner | null>(null)
  const app = await startApp({
    isSample: true,
    ...options,
    disk,
    beside: { render: () => h(FileList, { owner: owner.value, ...options.makeOwner && { makeOwner: options.makeOwner, addLabel: 'Attach and tick' } }) },
    bridge: {
      files: {
        save: async (name, bytes) => {
          saved.push({ name, bytes })
          return options.answer ?? { state: 'saved', path: `/home/mei/${name}` }
        },
        open: async () => ({ state: 'cancelled' }),
      },
    },
  })
  if (!options.makeOwner)
    owner.value = { ownerTable: 'bindings', ownerId: [...app.record.facts().bindings.keys()][0]! }
  await settle()
  return { ...app, owner, saved, folder: join(disk.folder, 'attachments') }
}

async function choose(...files: File[]): Promise<void> {
  const input = find<HTMLInputElement>('input[type=file]')
  Object.defineProperty(input, 'files', { value: files, configurable: true })
  input.dispatchEvent(new Event('change'))
  await until(() => !document.body.textContent!.includes('Sealing'))
  await settle()
}

const letter = (): File => new File(['Dear Mei'], 'letter.txt', { type: 'text/plain' })
const rows = (): string[] => [...document.querySelectorAll('li')].map(row => row.textContent!.replaceAll('\u00A0', ' ').trim())

describe('the files of a thing', () => {
  it.each(['en', 'zh-CN'] as const)('hold against axe in %s, with none and with some', async (language) => {
    await list({ language })
    expect(await violations(document.body)).toEqual([])
    await choose(letter())
    expect(await violations(document.body)).toEqual([])
  })

  it('are attached one after the other, told of, and undone', async () => {
    const { untether } = await list()
    await choose(letter(), new File([onePixel.png, 'x'.repeat(1_500_000)], '截图.png', { type: 'image/png' }))
    expect(rows()).toEqual([expect.stringMatching(/^letter\.txt\s*1 kB$/), expect.stringMatching(/^截图\.png\s*1\.5 MB$/)])
    expect(untether.notice.value).toMatchObject({ kind: 'done', event: { kind: 'file.attached', params: { name: '截图.png' } } })
    await untether.undo()
    await settle()
    expect(rows()).toHaveLength(1)
  })

  it('are saved as copies under a name that every system takes', async () => {
    const { saved, untether } = await list()
    await choose(new File(['Dear Mei'], '..\\a:b?.txt'))
    named('Save a copy').click()
    await until(() => saved.length > 0)
    expect(saved[0]!.name).toBe(plainFileName('..\\a:b?.txt'))
    expect(Buffer.from(saved[0]!.bytes).toString()).toBe('Dear Mei')
    await settle()
    expect(untether.notice.value).toMatchObject({ kind: 'said', key: 'files.saved' })
  })

  it('are removed with one press, and come back', async () => {
    const { untether, record } = await list()
    await choose(letter())
    named('Remove letter.txt').click()
    await settle()
    expect(rows()).toEqual([])
    expect(document.activeElement?.textContent).toContain('Attach')
    await untether.undo()
    await settle()
    expect(Buffer.from((await record.files.read([...record.facts().attachments.values()][0]!))!).toString()).toBe('Dear Mei')
  })

  it('that are lost, damaged, too large or unreadable are told in words, and nothing else is lost', async () => {
    const { untether, folder, saved } = await list()
    await choose(letter())
    const path = join(folder, readdirSync(folder)[0]!)
    const sound = readFileSync(path)
    const broken = Buffer.from(sound)
    broken[broken.length - 1]! ^= 1
    writeFileSync(path, broken)
    named('Save a copy').click()
    await until(() => untether.notice.value?.kind === 'said')
    expect(untether.notice.value).toMatchObject({ key: 'files.damaged', params: { name: 'letter.txt' } })
    rmSync(path)
    untether.notice.value = null
    named('Save a copy').click()
    await until(() => untether.notice.value !== null)
    expect(untether.notice.value).toMatchObject({ key: 'files.gone' })
    expect(saved).toEqual([])

    const large = Object.assign(letter(), { arrayBuffer: async () => Promise.reject(new Error('must not be read')) })
    await choose(Object.defineProperty(large, 'size', { value: 20 * 1024 * 1024 + 1 }))
    expect(untether.notice.value).toMatchObject({ kind: 'refused', refused: 'file-too-large', params: { max: 20 } })
    await choose(Object.assign(letter(), { arrayBuffer: async () => Promise.reject(new Error('gone')) }))
    expect(untether.notice.value).toMatchObject({ kind: 'refused', refused: 'file-unread' })
    expect(rows()).toHaveLength(1)
  })

  it('say so where the disk takes no copy', async () => {
    const { untether } = await list({ answer: { state: 'full' } })
    await choose(letter())
    named('Save a copy').click()
    await until(() => untether.notice.value?.kind === 'refused')
    expect(untether.notice.value).toMatchObject({ refused: 'disk-full' })
  })

  it('make what they are kept with, where it is not there yet', async () => {
    let numberId = ''
    const made: { now?: () => Promise<Owner | null> } = {}
    const { act, record, owner, untether } = await list({ makeOwner: () => made.now!() })
    numberId = [...record.facts().numbers.keys()][0]!
    made.now = async () => {
      await act(tickTask, { numberId, taskKey: 'back-up:provider-data', catalog: untether.catalog })
      const tick = [...record.facts().ticks.values()].find(({ taskKey }) => taskKey === 'back-up:provider-data')!
      owner.value = { ownerTable: 'ticks', ownerId: tick.id }
      return owner.value
    }
    expect(textOf('button')).toContain('Attach and tick')
    await choose(letter())
    expect(rows()).toHaveLength(1)
  })
})

describe('an export', () => {
  it.each(['sealed', 'plain'] as const)('%s, takes the files to another record, bytes and all', async (kind) => {
    let saved: Uint8Array | null = null
    const bridge = {
      files: {
        save: async (_name: string, bytes: Uint8Array) => {
          saved = bytes
          return { state: 'saved' as const, path: '/home/mei/x' }
        },
        open: async () => saved ? { state: 'opened' as const, file: { name: 'x', bytes: saved } } : { state: 'cancelled' as const },
      },
      vault: { ...filesBridge().vault, makeFileSlots: async () => ({ key: Uint8Array.from(FILE_KEY), slots: [SLOT] }), openFileSlots: async () => ({ ok: true as const, key: Uint8Array.from(FILE_KEY) }) },
    }
    const first = await startApp({ isSample: true, bridge })
    const owner = { ownerTable: 'bindings', ownerId: [...first.record.facts().bindings.keys()][0]! } as const
    expect(await first.untether.attach(owner, letter())).toBe(true)
    const answer = kind === 'sealed' ? await first.untether.backup.saveSealed('four quiet words') : await first.untether.backup.savePlain()
    expect(answer).toMatchObject({ state: 'saved', lost: 0 })

    const second = await startApp({ bridge })
    await second.act(addNumber, { e164: '+14155550199' })
    const chosen = await second.untether.backup.choose()
    let found = 'found' in chosen ? chosen.found : null
    if (found?.state === 'sealed') {
      const opened = await found.open('four quiet words')
      found = opened.state === 'opened' ? opened : null
    }
    if (found?.state !== 'opened')
      throw new Error('not opened')
    expect((await second.untether.backup.restore(found.inside, 'replace', 1)).ok).toBe(true)
    const [file] = [...second.record.facts().attachments.values()]
    expect(file).toMatchObject({ name: 'letter.txt', ...owner })
    expect(Buffer.from((await second.record.files.read(file!))!).toString()).toBe('Dear Mei')
  })

  it('that lacks a lost file says so', async () => {
    const disk = newDisk()
    const app = await startApp({ isSample: true, disk, bridge: { files: { save: async () => ({ state: 'saved', path: '/x' }), open: async () => ({ state: 'cancelled' }) } } })
    await app.untether.attach({ ownerTable: 'bindings', ownerId: [...app.record.facts().bindings.keys()][0]! }, letter())
    rmSync(join(disk.folder, 'attachments'), { recursive: true })
    expect(await app.untether.backup.savePlain()).toMatchObject({ state: 'saved', lost: 1 })
  })
})
