import type { Action, Refusal } from '../../core/actions/action'
import type { Attachment } from '../../core/records/attachment'
import type { Catalog } from '../../core/catalog/catalog'
import type { Day } from '../../core/lib/day'
import type { PhoneKit } from '../../core/phone/phone-kit'
import type { Plan } from '../../core/plan/plan'
import type { Settings } from '../../core/records/settings'
import type { Facts } from '../../core/records/tables'
import type { EventHead, TimelineEvent } from '../../core/records/timeline-event'
import type { Committed, NewFile, OpenRecord } from '../../data/record'
import type { Repair } from '../../data/repair'
import type { Backup } from './backup'
import type { AppInfo, Licence } from '../../shared/ipc'
import type { SaveAnswer } from '../../shared/storage'
import type { ComputedRef, InjectionKey, ShallowRef } from 'vue'
import { computed, inject, shallowRef } from 'vue'
import { settingsOf } from '../../core/records/facts'
import { removeNumber } from '../../core/actions/remove-number'
import { removeSample } from '../../core/actions/remove-sample'
import { plainFileName } from './files/plain-file-name'
import { createBackup } from './backup'
import { liveCatalog } from './live-catalog'
import { insistedTexts } from '../ui/secrets/insisted'
import { planBook } from './plan-book'

/** What the toast says: an event that can be undone, or why something was refused. */
export type Notice
  = | { kind: 'done', event: EventHead }
    | { kind: 'turned', mode: 'undo' | 'redo', event: EventHead }
    | { kind: 'refused', refused: Refusal, params: Record<string, string | number> }
    | { kind: 'said', key: string, params: Record<string, string | number>, isBad?: true }

/** The app as every screen sees it. */
export type Untether = {
  info: AppInfo
  /** The shipped catalogue with the user's own guides on top; always as they stand. */
  catalog: Catalog
  phone: PhoneKit
  facts: Readonly<ShallowRef<Facts>>
  settings: ComputedRef<Settings>
  /** Moves on at midnight. */
  today: Readonly<ShallowRef<Day>>
  /** One plan for each number that is not closed, by number id. */
  plans: ComputedRef<ReadonlyMap<string, Plan>>
  notice: ShallowRef<Notice | null>
  /** What the next undo and redo would turn. */
  next: ComputedRef<{ undo: EventHead | null, redo: EventHead | null }>
  /** Commits an action and tells of it in the toast; a form that shows refusals itself passes `isQuiet`. */
  run: <Input, Value>(action: Action<Input, Value>, input: Input, options?: { isQuiet?: boolean }) => Promise<Committed<Value>>
  undo: () => Promise<void>
  redo: () => Promise<void>
  /** Puts text on the clipboard and says so: the text, or `said` instead. */
  copy: (text: string, said?: { key: string, params: Record<string, string | number> }) => Promise<void>
  /** Shows the system's print dialog; says so where nothing could be printed. */
  print: () => Promise<void>
  /** Hands an https link to the system browser. */
  openLink: (url: string) => Promise<void>
  /** Shows the folder that holds everything the user recorded. */
  openDataFolder: () => Promise<void>
  /** What the program is made of. */
  licences: () => Promise<readonly Licence[]>
  timeline: (numberId: string, limit: number) => Promise<TimelineEvent[]>
  /** Keeps a file the user chose, under the type that its content shows; tells of it in the toast, refusals too. Whether it was kept. */
  attach: (owner: Pick<NewFile, 'ownerTable' | 'ownerId'>, file: File) => Promise<boolean>
  /** The bytes of a kept file, or why there are none. */
  readFile: (file: Attachment) => Promise<Uint8Array<ArrayBuffer> | 'gone' | 'damaged'>
  /** Lets the user save text under a name that is offered. */
  saveText: (name: string, text: string) => Promise<SaveAnswer>
  /** The same for what is no text: a picture. */
  saveBytes: (name: string, bytes: Uint8Array) => Promise<SaveAnswer>
  /** Lets the user save a copy of a kept file. */
  saveFile: (file: Attachment) => Promise<void>
  /** What had to be set right when the record was opened; emptied when the user has read it. */
  repairs: ShallowRef<readonly Repair[]>
  backup: Backup
  /** Passphrase, recovery code, lock. */
  vault: Window['untether']['vault']
  /** The keys that log a binding from any program. */
  shortcut: Window['untether']['shortcut']
}

export const untetherKey: InjectionKey<Untether> = Symbol('untether')

/** The app, inside a component's setup. Throws outside of it. */
export function useUntether(): Untether {
  const untether = inject(untetherKey)
  if (!untether)
    throw new Error('useUntether outside the app')
  return untether
}

/** What `createUntether` builds on; tests pass their own. */
export type Parts = {
  info: AppInfo
  /** As shipped. */
  catalog: Catalog
  phone: PhoneKit
  record: OpenRecord
  today: ShallowRef<Day>
  bridge: Pick<Window['untether'], 'copyText' | 'print' | 'openExternal' | 'openDataFolder' | 'licences' | 'snapshots' | 'files' | 'vault' | 'shortcut'>
}

/** Actions that take many rows away. */
const TAKES_MUCH: readonly unknown[] = [removeNumber, removeSample]

/** Ties the open record to Vue: facts become a shallow ref, plans follow from them. */
export function createUntether({ info, catalog: shipped, phone, record, today, bridge }: Parts): Untether {
  const facts = shallowRef(record.facts())
  const notice = shallowRef<Notice | null>(null)
  record.subscribe(() => {
    facts.value = record.facts()
  })
  const backup = createBackup(record, bridge, info.version)
  const catalog = liveCatalog(shipped, () => facts.value)
  const book = planBook(catalog, Intl.DateTimeFormat().resolvedOptions().timeZone)

  function refused(outcome: { refused: Refusal, params?: Record<string, string | number> }): void {
    notice.value = { kind: 'refused', refused: outcome.refused, params: outcome.params ?? {} }
  }

  async function turn(mode: 'undo' | 'redo'): Promise<void> {
    const outcome = await record[mode]()
    if (!outcome.ok)
      return refused(outcome)
    notice.value = { kind: 'turned', mode, event: outcome.event }
  }

  function say(key: string, params: Record<string, string | number> = {}): void {
    notice.value = { kind: 'said', key, params }
  }

  /** What did not come about, and what to do. */
  function warn(key: string, params: Record<string, string | number> = {}): void {
    notice.value = { kind: 'said', key, params, isBad: true }
  }

  async function attach(owner: Pick<NewFile, 'ownerTable' | 'ownerId'>, file: File): Promise<boolean> {
    const { fileKind, HEAD_BYTES, mediaTypeOf } = await import('../../core/files/file-kind')
    // What cannot be read is refused below.
    const head = await file.slice(0, HEAD_BYTES).arrayBuffer().catch(() => new ArrayBuffer(0))
    const mediaType = mediaTypeOf(fileKind(new Uint8Array(head)))
    const outcome = await record.attach({ ...owner, name: file.name, mediaType, size: file.size, read: async () => new Uint8Array(await file.arrayBuffer()) })
    if (outcome.ok)
      notice.value = { kind: 'done', event: outcome.event }
    else
      refused(outcome)
    return outcome.ok
  }

  async function readFile(file: Attachment): Promise<Uint8Array<ArrayBuffer> | 'gone' | 'damaged'> {
    return await record.files.read(file).catch(() => 'damaged' as const) ?? 'gone'
  }

  async function saveFile(file: Attachment): Promise<void> {
    const { name } = file
    const bytes = await readFile(file)
    if (bytes === 'gone' || bytes === 'damaged')
      return warn(`files.${bytes}`, { name })
    const answer = await bridge.files.save(plainFileName(name), bytes)
    if (answer.state === 'saved')
      say('files.saved', { name })
    else if (answer.state !== 'cancelled')
      refused({ refused: answer.state === 'full' ? 'disk-full' : 'not-saved' })
  }

  return {
    info,
    catalog,
    phone,
    facts,
    settings: computed(() => settingsOf(facts.value)),
    today,
    plans: computed(() => book(facts.value, today.value)),
    notice,
    next: computed(() => {
      void facts.value
      return record.next()
    }),
    async run(action, input, { isQuiet = false } = {}) {
      // Much goes at once: the way back is a snapshot too, besides undo.
      if (TAKES_MUCH.includes(action as unknown))
        void backup.make()
      const outcome = await record.commit(action, input, insistedTexts())
      if (outcome.ok && outcome.event.mode === 'do')
        notice.value = { kind: 'done', event: outcome.event }
      else if (!outcome.ok && !isQuiet)
        refused(outcome)
      return outcome
    },
    undo: () => turn('undo'),
    redo: () => turn('redo'),
    async copy(text, said) {
      await bridge.copyText(text)
      say(said?.key ?? 'shell.copied', said?.params ?? { text })
    },
    async print() {
      if (await bridge.print() === 'failed')
        warn('print.failed')
    },
    async openLink(url) {
      if (await bridge.openExternal(url) === 'refused')
        warn('shell.linkRefused')
    },
    openDataFolder: () => bridge.openDataFolder(),
    licences: () => bridge.licences(),
    timeline: record.timeline,
    attach,
    readFile,
    saveText: (name, text) => bridge.files.save(plainFileName(name), new TextEncoder().encode(text)),
    saveBytes: (name, bytes) => bridge.files.save(plainFileName(name), bytes),
    saveFile,
    repairs: shallowRef(record.repairs),
    backup,
    vault: bridge.vault,
    shortcut: bridge.shortcut,
  }
}
