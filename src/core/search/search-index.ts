import type { Catalog } from '../catalog/catalog'
import type { Plan } from '../plan/plan'
import type { Facts as RecordFacts } from '../records/tables'
import type { Entry, EntryKind, Facets, Handle } from './entry'
import type { Fields } from './fields'
import type { HandlesNow, HandleTable } from './handles'
import type { RecordWords } from './record-entries'
import { providersIn, servicesIn } from '../catalog/search'
import { fieldsOf } from './fields'
import { createHandles } from './handles'
import { createRecordEntries } from './record-entries'

/** Everything that can be found, by kind. */
export type SearchIndex = Readonly<Record<EntryKind, readonly Entry[]>> & { readonly handles: HandlesNow }

/** Something the app offers: an act or a page. */
export type Offer = {
  readonly kind: 'act' | 'page'
  readonly id: string
  /** As it is shown. */
  readonly name: string
  /** Other words people type for it. */
  readonly also: readonly string[]
}

/** What an index is made of. The same objects mean the same content: rows, plans and the catalogue never change in place. */
export type Sources = RecordWords & {
  readonly facts: RecordFacts
  readonly catalog: Catalog
  readonly plans: ReadonlyMap<string, Plan>
  readonly offers: readonly Offer[]
}

/** Beyond so many handles for each that is in use, those of rows long gone are cleared out. */
const MOST_STALE = 3

/** Makes indexes one after the other, each from what the last one had where its rows are the same. */
export function createIndexer(): (sources: Sources) => SearchIndex {
  let base: Base | null = null
  return ({ facts, catalog, plans, offers, pinyinOf, taskWords }) => {
    const from = [servicesIn(catalog), providersIn(catalog), offers, pinyinOf, taskWords]
    const fewest = base ? base.fewest + facts.accounts.size + facts.numbers.size * MOST_STALE : 0
    if (!base || base.from.some((one, at) => one !== from[at]) || base.handles.all.length > MOST_STALE * fewest)
      base = newBase(from, { catalog, offers, words: { pinyinOf, taskWords } })
    return { ...base.entries, ...base.record(facts, plans), handles: base.handles.asNow() }
  }
}

/** What stays while only rows change. */
type Base = {
  from: readonly unknown[]
  handles: HandleTable
  /** Handles that are there without any row. */
  fewest: number
  entries: Pick<SearchIndex, 'act' | 'page' | 'service' | 'provider'>
  record: ReturnType<typeof createRecordEntries>
}

function newBase(from: readonly unknown[], { catalog, offers, words }: { catalog: Catalog, offers: readonly Offer[], words: RecordWords }): Base {
  const handles = createHandles()
  const entry = (kind: EntryKind, id: string, fields: Fields, facets: Facets = {}): Entry => ({ kind, id, handles: [handles.add(fields)], facets, at: 0 })
  // In the order of ties: worst loss first, then the name.
  const service = servicesIn(catalog).map(({ facts, fields }) => entry('service', facts.id, fields, { risk: facts.lossRisk, category: facts.category }))
  const provider = providersIn(catalog).map(({ facts, fields }) => entry('provider', facts.id, fields))
  const offered = offers.map(({ kind, id, name, also }) => entry(kind, id, fieldsOf({ name, aliases: also, keys: words.pinyinOf(name) })))
  const byId = (entries: readonly Entry[]): ReadonlyMap<string, Handle> => new Map(entries.map(({ id, handles: [first] }) => [id, first!]))
  return {
    from,
    handles,
    fewest: handles.all.length,
    entries: { service, provider, act: offered.filter(({ kind }) => kind === 'act'), page: offered.filter(({ kind }) => kind === 'page') },
    record: createRecordEntries({ handles, catalog, words, services: byId(service), providers: byId(provider) }),
  }
}
