import type { Account, Category, Importance } from '../records/account'
import type { Id } from '../records/base'
import type { Binding } from '../records/binding'
import type { PhoneNumber } from '../records/number'
import type { Facts } from '../records/tables'
import type { PlanCatalog } from '../plan/knowledge'
import type { RingPart } from '../plan/ring'
import { IMPORTANCES } from '../records/account'
import { compareText } from '../plan/entries'
import { findRings } from '../plan/guard-rings'
import { ringPartOf } from '../plan/ring'
import { importanceOf, isCounted, isSettled } from '../plan/settled'

/** A binding as a line from its number to its account. */
export type WebBinding = {
  readonly binding: Binding
  /** Of its number, or of the place for those that are gone. */
  readonly numberKey: string
  /** It let go of the number: the line hangs loose. */
  readonly isSettled: boolean
  readonly part: RingPart
}

/** An account with all that hangs on it. */
export type WebAccount = {
  readonly id: Id
  /** Missing where its row is gone and only a binding still names it. */
  readonly account: Account | undefined
  readonly importance: Importance
  readonly category: Category | null
  /** Bindings that count, in the order of their numbers; empty where it hangs on none. */
  readonly bindings: readonly WebBinding[]
  /** None of its bindings holds a number any more. */
  readonly isSettled: boolean
  /** Another account of the same service is there, so that the service's name alone does not tell them apart. */
  readonly isTwin: boolean
  /** Accounts that it guards, in the order in which they are drawn. */
  readonly charges: readonly WebAccount[]
  /** Accounts that guard it. */
  readonly guards: readonly WebAccount[]
  /** Number of the ring of guards it is in; -1 = in none. */
  readonly ring: number
}

/** A number with the accounts that have their place beside it. */
export type WebNumber = {
  readonly key: string
  /** null = the place for accounts whose number is not kept any more. */
  readonly number: PhoneNumber | null
  readonly accounts: readonly WebAccount[]
}

/** Numbers, accounts and who guards whom, everything in the order in which it is drawn. */
export type Web = {
  readonly numbers: readonly WebNumber[]
  /** How many accounts have a place. */
  readonly accounts: number
  /** How many bindings count. */
  readonly bindings: number
}

/** Key of the place for accounts whose number is gone. */
export const GONE = 'gone'

type Draft = { -readonly [Key in keyof Omit<WebAccount, 'bindings' | 'charges' | 'guards'>]: WebAccount[Key] } & { bindings: WebBinding[], charges: Draft[], guards: Draft[], sortName: string, rank: number }

/**
 * Gathers the web. The order never looks at how far a binding is, so that what is settled keeps its place and only its line lets go:
 * numbers by age, an account beside its oldest number, accounts that guard others first, then by what is lost with them, then by name.
 */
export function weave(facts: Facts, catalog: PlanCatalog): Web {
  const order = [...facts.numbers.values()].sort((a, b) => a.createdAt - b.createdAt || compareText(a.e164, b.e164) || compareText(a.id, b.id))
  const placeOf = new Map(order.map((number, place) => [number.id, place]))
  const placeOfBinding = ({ binding }: WebBinding): number => placeOf.get(binding.numberId) ?? order.length

  const drafts = new Map<Id, Draft>()
  const draftOf = (id: Id): Draft => {
    const known = drafts.get(id) ?? makeDraft(id, facts.accounts.get(id), catalog)
    drafts.set(id, known)
    return known
  }
  let bindings = 0
  let hasGone = false
  for (const binding of facts.bindings.values()) {
    if (!isCounted(binding))
      continue
    const draft = draftOf(binding.accountId)
    draft.bindings.push({ binding, numberKey: placeOf.has(binding.numberId) ? binding.numberId : GONE, isSettled: isSettled(binding, draft.importance), part: ringPartOf(binding, draft.importance) ?? 'bound' })
    bindings++
    hasGone ||= !placeOf.has(binding.numberId)
  }
  linkGuards(facts, drafts, draftOf)
  markTwins(drafts)

  const beside: Draft[][] = Array.from({ length: order.length + 1 }, () => [])
  for (const draft of drafts.values()) {
    draft.bindings.sort((a, b) => placeOfBinding(a) - placeOfBinding(b) || compareText(a.binding.id, b.binding.id))
    draft.isSettled = draft.bindings.every(binding => binding.isSettled)
    draft.charges.sort(compareDrafts)
    draft.guards.sort(compareDrafts)
    if (draft.bindings[0])
      beside[placeOfBinding(draft.bindings[0])]!.push(draft)
    else if (draft.charges.length > 0)
      beside[order.length]!.push(draft)
  }
  const numbers = beside.map((accounts, place): WebNumber => ({ key: order[place]?.id ?? GONE, number: order[place] ?? null, accounts: accounts.sort(compareDrafts) }))
  return {
    numbers: numbers.filter(({ number, accounts }) => number !== null || accounts.length > 0 || hasGone),
    accounts: beside.reduce((sum, accounts) => sum + accounts.length, 0),
    bindings,
  }
}

function makeDraft(id: Id, account: Account | undefined, catalog: PlanCatalog): Draft {
  const ref = account?.service
  const service = ref?.kind === 'catalog' ? catalog.service(ref.id) : undefined
  const importance = account ? importanceOf(account, service) : 'high'
  const name = ref?.kind === 'own' ? ref.name : service?.name.en ?? ref?.id ?? ''
  return {
    id,
    account,
    importance,
    category: ref?.kind === 'own' ? ref.category : service?.category ?? null,
    bindings: [],
    isSettled: true,
    isTwin: false,
    charges: [],
    guards: [],
    ring: -1,
    sortName: `${name} ${account?.login ?? ''}`.toLowerCase(),
    rank: IMPORTANCES.indexOf(importance),
  }
}

function compareDrafts(a: Draft, b: Draft): number {
  return Number(b.charges.length > 0) - Number(a.charges.length > 0) || a.rank - b.rank || compareText(a.sortName, b.sortName) || compareText(a.id, b.id)
}

/** Who guards whom, as far as one of the two hangs on something; rings are numbered. */
function linkGuards(facts: Facts, drafts: ReadonlyMap<Id, Draft>, draftOf: (id: Id) => Draft): void {
  const bound = new Set(drafts.keys())
  // What was only suggested, or is not the user's, is nobody's charge.
  const unjudged = new Set([...facts.bindings.values()].map(({ accountId }) => accountId).filter(id => !bound.has(id)))
  for (const account of facts.accounts.values()) {
    for (const id of new Set(account.guardedBy)) {
      if (id === account.id || !facts.accounts.has(id) || unjudged.has(account.id) || !(bound.has(id) || bound.has(account.id)))
        continue
      const [guard, charge] = [draftOf(id), draftOf(account.id)]
      guard.charges.push(charge)
      charge.guards.push(guard)
    }
  }
  const all = [...drafts.values()].sort((a, b) => compareText(a.id, b.id))
  const places = new Map(all.map((draft, place) => [draft, place]))
  const { ringOf } = findRings(all.map(draft => draft.charges.map(charge => places.get(charge)!)))
  all.forEach((draft, place) => draft.ring = ringOf[place]!)
}

function markTwins(drafts: ReadonlyMap<Id, Draft>): void {
  const first = new Map<string, Draft>()
  for (const draft of drafts.values()) {
    const ref = draft.account?.service
    if (!ref)
      continue
    const name = ref.kind === 'own' ? `own ${ref.name}` : ref.id
    const other = first.get(name)
    if (other)
      other.isTwin = draft.isTwin = true
    else
      first.set(name, draft)
  }
}

/** How far an account is, in one mark: the binding that is furthest behind, its first one among equals. */
export function leadOf({ bindings }: WebAccount): WebBinding | null {
  return bindings.find(({ part }) => part === 'bound') ?? bindings.find(({ isSettled }) => !isSettled) ?? bindings[0] ?? null
}

/** What is shown of the web. */
export type WebFilter = {
  /** Only what hangs on this number; null = on any. */
  readonly numberId: Id | null
  /** Only accounts with a binding that stands so; empty = all. */
  readonly parts: readonly ('bound' | 'half-way' | 'settled')[]
}

/** The web with only those accounts in it that the filter asks for. An account keeps all its lines to numbers that are shown. */
export function filterWeb(web: Web, { numberId, parts }: WebFilter): Web {
  if (numberId === null && parts.length === 0)
    return web
  const fits = ({ binding, part, isSettled }: WebBinding): boolean =>
    (numberId === null || binding.numberId === numberId) && (parts.length === 0 || parts.includes(isSettled ? 'settled' : part === 'bound' ? 'bound' : 'half-way'))
  // An account that also hangs on an older number has its place there: shown alone, the number takes it in.
  const around = numberId === null ? null : web.numbers.flatMap(({ accounts }) => accounts)
  const kept = web.numbers.filter(({ key }) => numberId === null || key === numberId).map(item => ({ ...item, accounts: (around ?? item.accounts).filter(({ bindings }) => bindings.some(fits)) }))
  const held = new Set(kept.flatMap(({ accounts }) => accounts.flatMap(({ bindings }) => bindings.map(({ numberKey }) => numberKey))))
  const numbers = kept.filter(({ key }) => key === numberId || held.has(key))
  return { numbers, accounts: numbers.reduce((sum, { accounts }) => sum + accounts.length, 0), bindings: web.bindings }
}
