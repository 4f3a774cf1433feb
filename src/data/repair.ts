import type { TimelineEvent } from '../core/records/timeline-event'
import type { JournalReading } from '../shared/storage'
import type { Snapshots } from './backup/snapshots'
import type { Journal, Pause } from './ports'
import type { Loaded, Store } from './store'
import { applyRowChanges } from '../core/actions/apply'
import { emptyFacts } from '../core/records/facts'
import { headOf } from '../core/records/timeline-event'
import { fromJournal, toJournal } from './journal-box'

/** What had to be set right at the start, for the one sentence the user is told. */
export type Repair
  /** The database was behind; the journal brought the last changes back. */
  = | { kind: 'caught-up', changes: number }
  /** The database was empty or damaged; snapshot and journal made it anew. `from` = when the snapshot was made, epoch ms. */
    | { kind: 'rebuilt', from: number | null, changes: number }
  /** The last change had not been written to its end before the app was cut off; it had never counted as done. */
    | { kind: 'torn' }
  /** Changes between what the database and what the journal hold are gone, and no snapshot has them. */
    | { kind: 'gap' }

/** The record made whole, and what was done for it. */
export type Repaired = { loaded: Loaded, repairs: Repair[] }

/**
 * Compares database and journal, and makes the one that is behind whole again.
 * @param loaded what the database held; null where it could not be read
 * @param end how the journal ends, read while the database was being opened
 * @param fresh gives an empty database in place of one that is empty or damaged
 */
export async function repair(loaded: Loaded | null, end: JournalReading, { store, journal, snapshots, fresh, pause }: {
  store: Store
  journal: Journal
  snapshots: Pick<Snapshots, 'newestSound'>
  fresh: () => Promise<Store>
  pause: Pause
}): Promise<Repaired | null> {
  const repairs: Repair[] = end.isTorn ? [{ kind: 'torn' }] : []
  if (loaded && !isEmpty(loaded) && loaded.lastSeq === end.lastSeq && !end.isDamaged)
    return { loaded, repairs }

  const reading = await journal.read(loaded?.lastSeq ?? 0)
  if (loaded && !isEmpty(loaded)) {
    if (reading.lastSeq > loaded.lastSeq) {
      const events = await follows(reading, loaded.lastSeq, store, pause)
      if (events && events.length > 0)
        return goOn(await catchUp(loaded, events, store, pause), reading, { kind: 'caught-up', changes: events.length })
      return await rebuild() ?? goOn(loaded, reading, { kind: 'gap' })
    }
    await lendEvents(loaded, reading, store, journal)
    // What the journal lost of its end, the database has: nothing was left out.
    return { loaded, repairs: loaded.lastSeq > reading.lastSeq ? [] : repairs }
  }
  return await rebuild() ?? (loaded && { loaded, repairs })

  /** With a journal that ends elsewhere, a new one begins. */
  async function goOn(whole: Loaded, { lastSeq, isDamaged }: JournalReading, said: Repair): Promise<Repaired> {
    if (isDamaged || lastSeq !== whole.lastSeq)
      await journal.restart(whole.lastSeq)
    return { loaded: whole, repairs: [...repairs, said] }
  }

  async function rebuild(): Promise<Repaired | null> {
    const base = await snapshots.newestSound()
    const from = base?.content.events.at(-1)?.seq ?? 0
    const journalled = await follows(await journal.read(from), from, store, pause) ?? []
    if (!base && journalled.length === 0)
      return null
    const facts = applyRowChanges(base?.content.facts ?? emptyFacts(), journalled.flatMap(event => event.changes))
    const events = [...base?.content.events ?? [], ...journalled]
    const lastSeq = events.at(-1)?.seq ?? 0
    await (await fresh()).replace(facts, events, pause)
    if (reading.lastSeq !== lastSeq || reading.isDamaged)
      await journal.restart(lastSeq)
    return {
      loaded: { facts, heads: events.map(headOf), lastSeq, pagesSeq: lastSeq },
      repairs: [...repairs, { kind: 'rebuilt', from: base?.at ?? null, changes: journalled.length }],
    }
  }
}

/** A record in which nothing ever happened and nothing is. */
function isEmpty({ facts, lastSeq }: Loaded): boolean {
  return lastSeq === 0 && Object.values(facts).every(table => table.size === 0)
}

/** The journal's events that come right after this place; null where they do not, or do not open. */
async function follows({ records }: JournalReading, lastSeq: number, store: Store, pause: Pause): Promise<TimelineEvent[] | null> {
  const later = records.filter(({ seq }) => seq > lastSeq)
  if (later.some(({ seq }, index) => seq !== lastSeq + 1 + index))
    return null
  const events: TimelineEvent[] = []
  for (const record of later) {
    try {
      events.push(await store.openEvent(fromJournal(record), pause))
    }
    catch {
      // What comes before still holds.
      break
    }
  }
  return events
}

async function catchUp(loaded: Loaded, events: readonly TimelineEvent[], store: Store, pause: Pause): Promise<Loaded> {
  for (const event of events)
    await store.write(await store.seal(event.changes, event, pause))
  return {
    ...loaded,
    facts: applyRowChanges(loaded.facts, events.flatMap(event => event.changes)),
    heads: [...loaded.heads, ...events.map(headOf)],
    lastSeq: events.at(-1)?.seq ?? loaded.lastSeq,
  }
}

/** Gives the journal what it lacks, or begins it anew; the snapshot that each start makes is what it then stands on. */
async function lendEvents({ lastSeq }: Loaded, reading: JournalReading, store: Store, journal: Journal): Promise<void> {
  const missing = reading.isDamaged ? [] : await store.sealedAfter(reading.lastSeq)
  if (missing.length === 0 || missing.some(({ seq }, index) => seq !== reading.lastSeq + 1 + index)) {
    await journal.restart(lastSeq)
    return
  }
  for (const event of missing) {
    if (await journal.append(event.seq, toJournal(event)) !== 'done')
      return
  }
}
