import type { Catalog } from '../catalog/catalog'
import type { TaskKind } from '../plan/codes'
import type { Plan, Task } from '../plan/plan'
import type { Account, Category } from '../records/account'
import type { Binding } from '../records/binding'
import type { PhoneNumber } from '../records/number'
import type { Facts } from '../records/tables'
import type { Entry, Handle, NumberFacet } from './entry'
import type { HandleTable } from './handles'
import { dayNumber } from '../plan/day-number'
import { importanceOf } from '../plan/settled'
import { last4 } from '../records/number'
import { taskEntryId } from './entry'
import { fieldsOf, folded, plainFields } from './fields'

/** Words that only the app has. */
export type RecordWords = {
  /** What a text can be typed as without an input method; nothing for one that needs none. */
  readonly pinyinOf: (text: string) => readonly string[]
  /** What a kind of task is called in the language on screen, its blanks empty. */
  readonly taskWords: (kind: TaskKind) => string
}

type RecordIndex = { readonly number: readonly Entry[], readonly binding: readonly Entry[], readonly task: readonly Entry[] }
type OfNumber = { row: PhoneNumber, entry: Entry, facet: NumberFacet, own: Handle, provider: Handle | null }
type OfAccount = { row: Account, service: Handle, login: Handle, importance: Account['importance'] & string, category: Category | undefined }
type OfBinding = { row: Binding, account: OfAccount, number: OfNumber, entry: Entry }

/** What the entries of the record share with those of the catalogue. */
export type Shared = {
  readonly handles: HandleTable
  readonly catalog: Catalog
  readonly words: RecordWords
  /** By id. */
  readonly services: ReadonlyMap<string, Handle>
  readonly providers: ReadonlyMap<string, Handle>
}

/** What the last index knew of each row, by id. */
type Memory = Shared & {
  numbers: ReadonlyMap<string, OfNumber>
  accounts: ReadonlyMap<string, OfAccount>
  bindings: ReadonlyMap<string, OfBinding>
  readonly plans: WeakMap<Plan, { number: OfNumber, entries: readonly Entry[] }>
  readonly kinds: Map<TaskKind, Handle>
}

/** Entries of numbers, bindings and tasks; those whose rows did not change are the very same as before. */
export function createRecordEntries(shared: Shared): (facts: Facts, plans: ReadonlyMap<string, Plan>) => RecordIndex {
  const of: Memory = { ...shared, numbers: new Map(), accounts: new Map(), bindings: new Map(), plans: new WeakMap(), kinds: new Map() }
  let last: Facts | null = null
  return (facts, plans) => {
    if (last?.numbers !== facts.numbers || last.accounts !== facts.accounts || last.bindings !== facts.bindings)
      readRows(of, facts)
    last = facts
    return {
      number: [...of.numbers.values()].map(({ entry }) => entry),
      binding: [...of.bindings.values()].map(({ entry }) => entry),
      task: [...plans.values()].flatMap(plan => tasksOf(of, plan)),
    }
  }
}

function readRows(of: Memory, facts: Facts): void {
  const accounts = new Map<string, OfAccount>()
  const bindings = new Map<string, OfBinding>()
  of.numbers = new Map([...facts.numbers.values()].map(number => [number.id, ofNumber(of, number)]))
  for (const binding of facts.bindings.values()) {
    const row = facts.accounts.get(binding.accountId)
    const number = of.numbers.get(binding.numberId)
    if (!row || !number)
      continue
    const account = accounts.get(row.id) ?? ofAccount(of, row)
    accounts.set(row.id, account)
    bindings.set(binding.id, ofBinding(of, binding, account, number))
  }
  of.accounts = accounts
  of.bindings = bindings
}

function ofNumber(of: Memory, number: PhoneNumber): OfNumber {
  const known = of.numbers.get(number.id)
  if (known?.row === number)
    return known
  const { id, e164, label, tags, provider: ref, updatedAt } = number
  const digits = e164.slice(1)
  const facet = { digits, label: folded(label) }
  const fields = fieldsOf({ name: label, aliases: tags, keys: [last4(e164), digits, ...of.words.pinyinOf(label)] })
  const named = ref?.kind === 'own' ? fieldsOf({ name: ref.name, keys: of.words.pinyinOf(ref.name) }) : of.providers.get(ref?.id ?? '')?.fields
  const provider = named ? of.handles.add(named, { weight: 6, isAside: true }) : null
  const entry: Entry = { kind: 'number', id, handles: [of.handles.add(fields), ...provider ? [provider] : []], facets: { number: facet }, at: updatedAt }
  return { row: number, entry, facet, own: of.handles.add(fields, { weight: 1, isAside: true }), provider }
}

function ofAccount(of: Memory, account: Account): OfAccount {
  const known = of.accounts.get(account.id)
  if (known?.row === account)
    return known
  const { service: ref, login } = account
  const facts = ref.kind === 'catalog' ? of.catalog.service(ref.id) : undefined
  const name = ref.kind === 'own' ? ref.name : ref.id
  return {
    row: account,
    service: of.services.get(ref.kind === 'catalog' ? ref.id : '') ?? of.handles.add(fieldsOf({ name, keys: of.words.pinyinOf(name) })),
    login: of.handles.add(plainFields(login), { weight: 2, isExact: true }),
    importance: importanceOf(account, facts),
    category: ref.kind === 'own' ? ref.category : facts?.category,
  }
}

function ofBinding(of: Memory, binding: Binding, account: OfAccount, number: OfNumber): OfBinding {
  const known = of.bindings.get(binding.id)
  if (known?.row === binding && known.account === account && known.number === number)
    return known
  const { id, state, updatedAt } = binding
  const facets = { state, risk: account.importance, number: number.facet, ...account.category && { category: account.category } }
  return { row: binding, account, number, entry: { kind: 'binding' as const, id, handles: [account.service, account.login, number.own], facets, at: updatedAt } }
}

function openTasks({ isClosed, phases }: Plan): Task[] {
  return isClosed ? [] : phases.flatMap(({ tasks }) => tasks.filter(({ state }) => state === 'open' || state === 'waiting' || state === 'snoozed'))
}

/** A plan is made anew whenever something of its number or of an account changed, so its tasks' entries hold as long as it does. */
function tasksOf(of: Memory, plan: Plan): readonly Entry[] {
  const number = of.numbers.get(plan.numberId)
  const known = of.plans.get(plan)
  if (!number || known?.number === number)
    return known?.entries ?? []
  const entries = openTasks(plan).map(task => ofTask(of, task, number, of.bindings.get(task.binding?.id ?? '')))
  of.plans.set(plan, { number, entries })
  return entries
}

function ofTask(of: Memory, task: Task, number: OfNumber, binding: OfBinding | undefined): Entry {
  let kind = of.kinds.get(task.kind)
  if (!kind) {
    const words = of.words.taskWords(task.kind)
    kind = of.handles.add(fieldsOf({ name: words, keys: of.words.pinyinOf(words) }), { weight: 4 })
    of.kinds.set(task.kind, kind)
  }
  const about = binding ? [binding.account.service, binding.account.login] : number.provider ? [number.provider] : []
  return { kind: 'task', id: taskEntryId(task), handles: [...about, kind, number.own], facets: binding?.entry.facets ?? { number: number.facet }, at: urgencyOf(task) }
}

/** What can be done before what waits, and then the first due: among equals, the next. */
function urgencyOf({ state, dueOn }: Task): number {
  return (state === 'open' ? 2e6 : state === 'waiting' ? 1e6 : 0) - (dueOn === null ? 9e5 : dayNumber(dueOn))
}
