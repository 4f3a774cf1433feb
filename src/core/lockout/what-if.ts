import type { Account, Category, Importance } from '../records/account'
import type { Id } from '../records/base'
import type { Binding, Role } from '../records/binding'
import type { Facts } from '../records/tables'
import type { PlanService } from '../plan/knowledge'
import { IMPORTANCES } from '../records/account'
import { byNumber } from '../records/facts'
import { compareText } from '../plan/entries'
import { importanceOf, isCounted, isSettled } from '../plan/settled'
import { mayTakeOver } from './take-over'
import { hasOwnFactor, signInWithout } from './sign-in'

/** What is looked up; the catalogue fits as it is. */
export type WhatIfCatalog = { readonly service: (id: string) => PlanService | undefined }

/** Why an account would be shut, stay open, or cannot be judged; the words for each are in the locales. */
export type WhatIfReason
  = | 'codes-only-here' | 'codes-here-none-noted' | 'sign-in-needs-old' | 'moved-not-tried'
    | 'other-factor' | 'other-number' | 'recovery-only' | 'contact-only' | 'works-without-old'
    | 'uses-not-noted' | 'sign-in-unknown'
    | 'guards-shut'
    | 'reset-by-text' | 'sign-in-by-text' | 'reset-maybe' | 'sign-in-maybe' | 'reset-despite-factor' | 'takeover-unknown'

/** One account in the answer. */
export type Fallen = {
  readonly accountId: Id
  /** Its bindings on the number that are not settled; empty where it hangs on it through its guards alone. */
  readonly bindingIds: readonly Id[]
  readonly importance: Importance
  /** null = not known. */
  readonly category: Category | null
  readonly reasons: readonly WhatIfReason[]
  /** The guards that would be shut; only where it falls through them. */
  readonly guards: readonly Id[]
  /** Can its number be changed without the old one? null = not known. */
  readonly movesWithoutOld: boolean | null
}

/** A row of those whom a stranger could get into; `isSure` = false: it is not known whether a text alone is enough. */
export type Exposed = Fallen & { readonly isSure: boolean }

/** What falls with a number. No account stands in two of the first four lists. */
export type WhatIf = {
  /** Shut at once: they need this number, and nothing else is known to open them. */
  readonly shut: readonly Fallen[]
  /** Whatever could recover them is shut. */
  readonly through: readonly Fallen[]
  /** Not enough is noted to tell. */
  readonly unknown: readonly Fallen[]
  /** Still open. */
  readonly safe: readonly Fallen[]
  /** Open to a stranger who is given the number later; may also stand in a list above. */
  readonly exposed: readonly Exposed[]
  /** Accounts with money among the shut ones and those that fall through them. */
  readonly money: ReadonlyMap<MoneyCategory, number>
}

/** Categories that hold money, the dearest first. */
export const MONEY = ['bank', 'broker', 'crypto', 'payment'] as const
export type MoneyCategory = typeof MONEY[number]

/** One account with what hangs on the number, and what else opens it. */
export type Holding = {
  readonly account: Account
  readonly service: PlanService | undefined
  readonly importance: Importance
  /** Unsettled bindings on the number. */
  readonly here: readonly Binding[]
  /** Roles of those. */
  readonly roles: ReadonlySet<Role>
  /** Roles that a line elsewhere serves as well. */
  readonly elsewhere: ReadonlySet<Role>
}

/** What would be lost if a number died today. Null where there is no such number. */
export function whatIfItDied(facts: Facts, numberId: Id, catalog: WhatIfCatalog): WhatIf | null {
  if (!facts.numbers.has(numberId))
    return null
  const bindings = byNumber(facts.bindings).get(numberId) ?? []
  const holdings = gather(facts, bindings, catalog)
  const lists = { shut: [] as Fallen[], unknown: [] as Fallen[], safe: [] as Fallen[] }
  for (const holding of holdings.values()) {
    const { verdict, reasons } = signInWithout(holding)
    lists[verdict].push(fallen(holding, reasons))
  }
  const stays = new Set(lists.safe.map(({ accountId }) => accountId))
  const through = fallThrough(facts, new Set(lists.shut.map(({ accountId }) => accountId)), holdings, catalog, stays)
  const fell = new Set(through.map(({ accountId }) => accountId))
  const isLeft = ({ accountId }: Fallen): boolean => !fell.has(accountId)
  const exposed = exposedOf(facts, bindings, catalog)
  return {
    shut: lists.shut.sort(worstFirst(facts)),
    through: through.sort(worstFirst(facts)),
    unknown: lists.unknown.filter(isLeft).sort(worstFirst(facts)),
    safe: lists.safe.sort(worstFirst(facts)),
    exposed: exposed.sort((a, b) => Number(b.isSure) - Number(a.isSure) || worstFirst(facts)(a, b)),
    money: countMoney([...lists.shut, ...through]),
  }
}

/** Accounts with unsettled bindings here, and what other lines do for them. */
function gather(facts: Facts, bindings: readonly Binding[], catalog: WhatIfCatalog): Map<Id, Holding> {
  const holdings = new Map<Id, Holding & { here: Binding[], roles: Set<Role>, elsewhere: Set<Role> }>()
  for (const binding of bindings) {
    const account = facts.accounts.get(binding.accountId)
    if (!account || !isCounted(binding))
      continue
    const known = holdings.get(account.id)
    const { service, importance } = known ?? aboutOf(account, catalog)
    if (isSettled(binding, importance))
      continue
    const holding = known ?? { account, service, importance, here: [], roles: new Set<Role>(), elsewhere: new Set<Role>() }
    holding.here.push(binding)
    binding.roles.forEach(role => holding.roles.add(role))
    holdings.set(account.id, holding)
  }
  for (const binding of facts.bindings.values()) {
    const holding = holdings.get(binding.accountId)
    if (holding && !holding.here.includes(binding) && servesElsewhere(facts, binding, holding.here[0]!.numberId))
      binding.roles.forEach(role => holding.elsewhere.add(role))
  }
  return holdings
}

/** Does a binding stand on another line that lives? One that has left that line again serves nothing. */
function servesElsewhere(facts: Facts, { numberId, state }: Binding, here: Id): boolean {
  const number = facts.numbers.get(numberId)
  return numberId !== here && number?.closedAt === null && number.lineStatus === 'active' && (state === 'bound' || state === 'waived')
}

export function aboutOf(account: Account, catalog: WhatIfCatalog): { service: PlanService | undefined, importance: Importance } {
  const service = account.service.kind === 'catalog' ? catalog.service(account.service.id) : undefined
  return { service, importance: importanceOf(account, service) }
}

function fallen({ account, service, importance, here }: Pick<Holding, 'account' | 'service' | 'importance' | 'here'>, reasons: readonly WhatIfReason[], guards: readonly Id[] = []): Fallen {
  return {
    accountId: account.id,
    bindingIds: here.map(({ id }) => id),
    importance,
    category: account.service.kind === 'own' ? account.service.category : service?.category ?? null,
    reasons,
    guards,
    movesWithoutOld: service?.needsOldNumber === undefined || service.needsOldNumber === null ? null : !service.needsOldNumber,
  }
}

/**
 * Accounts all of whose guards are shut, and those behind them in turn; not those that can still be signed in to, nor those
 * that were only suggested or are not the user's. Each is reached at most once for each of its guards,
 * so a ring of guards ends; one that nothing outside of it shuts stays open.
 */
function fallThrough(facts: Facts, shut: ReadonlySet<Id>, holdings: ReadonlyMap<Id, Holding>, catalog: WhatIfCatalog, stays: ReadonlySet<Id>): Fallen[] {
  const closed = new Set([...facts.bindings.values()].filter(({ state }) => state === 'account-closed').map(({ accountId }) => accountId))
  const bindings = [...facts.bindings.values()]
  const counted = new Set(bindings.filter(isCounted).map(({ accountId }) => accountId))
  const unjudged = new Set(bindings.map(({ accountId }) => accountId).filter(id => !counted.has(id)))
  const charges = new Map<Id, Account[]>()
  const open = new Map<Id, number>()
  for (const account of facts.accounts.values()) {
    const guards = guardsOf(facts, account).filter(id => !closed.has(id))
    open.set(account.id, guards.length)
    for (const id of guards)
      add(charges, id, account)
  }
  const found: Fallen[] = []
  const queue = [...shut]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const charge of charges.get(id) ?? []) {
      const left = open.get(charge.id)! - 1
      open.set(charge.id, left)
      if (left > 0 || shut.has(charge.id) || closed.has(charge.id) || stays.has(charge.id) || unjudged.has(charge.id) || hasOwnFactor(charge) === true)
        continue
      found.push(fallen(holdings.get(charge.id) ?? { account: charge, ...aboutOf(charge, catalog), here: [] }, ['guards-shut'], guardsOf(facts, charge).filter(guard => !closed.has(guard))))
      queue.push(charge.id)
    }
  }
  return found
}

function add<Item>(lists: Map<Id, Item[]>, id: Id, item: Item): void {
  const list = lists.get(id)
  if (list)
    list.push(item)
  else
    lists.set(id, [item])
}

function guardsOf(facts: Facts, account: Account): Id[] {
  return [...new Set(account.guardedBy)].filter(id => id !== account.id && facts.accounts.has(id))
}

/** Bindings through which whoever holds the number next could come in: also those that were left as they are. */
function exposedOf(facts: Facts, bindings: readonly Binding[], catalog: WhatIfCatalog): Exposed[] {
  const there = new Map<Id, Binding[]>()
  for (const binding of bindings) {
    if (binding.state === 'bound' || binding.state === 'moving' || binding.state === 'waived')
      add(there, binding.accountId, binding)
  }
  return [...there].flatMap(([id, here]) => {
    const account = facts.accounts.get(id)
    const answer = account && mayTakeOver(account, new Set(here.flatMap(({ roles }) => roles)))
    return account && answer ? [{ ...fallen({ account, ...aboutOf(account, catalog), here }, answer.reasons), isSure: answer.isSure }] : []
  })
}

/** By what is lost, money before other things, then by name. */
function worstFirst(facts: Facts): (a: Fallen, b: Fallen) => number {
  const rank = ({ importance, category }: Fallen): number => IMPORTANCES.indexOf(importance) * 2 + (isMoney(category) ? 0 : 1)
  const name = ({ accountId }: Fallen): string => {
    const ref = facts.accounts.get(accountId)?.service
    return `${ref?.kind === 'own' ? ref.name : ref?.id ?? ''} ${accountId}`.toLowerCase()
  }
  return (a, b) => rank(a) - rank(b) || compareText(name(a), name(b))
}

export function isMoney(category: Category | null): category is MoneyCategory {
  return category !== null && (MONEY as readonly Category[]).includes(category)
}

function countMoney(rows: readonly Fallen[]): Map<MoneyCategory, number> {
  const counts = new Map<MoneyCategory, number>()
  for (const category of MONEY) {
    const count = rows.filter(row => row.category === category).length
    if (count > 0)
      counts.set(category, count)
  }
  return counts
}
