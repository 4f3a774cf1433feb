import type { Id } from '../records/base'
import type { Web, WebAccount, WebBinding, WebNumber } from './web'

/** Where something stands: its column, and its top and height in rows. */
type Place = { readonly key: string, readonly column: 0 | 1 | 2, readonly top: number, readonly rows: number, readonly numberKey: string }

/** What is drawn and can be walked to. */
export type WebNode = Place & (
  | { readonly kind: 'number', readonly number: WebNumber }
  | { readonly kind: 'account', readonly account: WebAccount }
  /** An account in the third column, beside what guards it; its own place, where it has one, is in the second. */
  | { readonly kind: 'guarded', readonly account: WebAccount, readonly guard: WebAccount, readonly ownKey: string | null }
  /** Stands for the settled accounts of a number. */
  | { readonly kind: 'fold', readonly count: number, readonly isOpen: boolean }
)

/** A binding's line. A loose one is drawn at its account and no longer reaches the number. */
export type WebThread = { readonly key: string, readonly kind: 'thread', readonly from: string, readonly to: string, readonly line: WebBinding, readonly slot: number, readonly slots: number }
/** From a guard to what it guards. */
export type WebArrow = { readonly key: string, readonly kind: 'guard', readonly from: string, readonly to: string, readonly isRing: boolean }
/** Room for a word below what one account guards. */
export type WebCaption = Place & { readonly guard: WebAccount }

export type WebLayout = {
  readonly nodes: readonly WebNode[]
  readonly threads: readonly WebThread[]
  readonly arrows: readonly WebArrow[]
  readonly captions: readonly WebCaption[]
  /** By key. */
  readonly node: (key: string) => WebNode | undefined
  /** Height of the whole, in rows. */
  readonly rows: number
  /** Bindings with a line in the picture. */
  readonly shown: number
}

export type LayoutOptions = {
  /** How many rows a number with its name takes up. Text does not grow with the rows, so this depends on the zoom. */
  readonly numberRows: number
  /** How many of these rows lie above the middle of its ring, from which its lines leave. */
  readonly ringRows: number
  /** The same as `numberRows` for the word below what is guarded. */
  readonly captionRows: number
  /** Do settled accounts fold where there are many? */
  readonly isFolding: boolean
  /** Numbers whose settled accounts are unfolded, by key. */
  readonly unfolded: ReadonlySet<string>
  /** Accounts that stay though they are settled: what is settled while it is looked at keeps its place. */
  readonly kept: ReadonlySet<Id>
}

/** More accounts than this, and the settled ones fold. */
export const MOST_UNFOLDED = 40
/** Rows between two numbers. */
const GAP = 1
/** A number stands at the middle of its accounts, but so near their top that both are seen together. */
const LOWEST_MIDDLE = 4

/** Key of an account's own place. */
export function accountKey(id: Id): string {
  return `account:${id}`
}

/** Key of a number's place. */
export function numberKey(key: string): string {
  return `number:${key}`
}

/** Gives everything its fixed place: number under number, accounts beside their number, what they guard beside them. */
export function layOut(web: Web, options: LayoutOptions): WebLayout {
  const isFolding = options.isFolding && web.accounts > MOST_UNFOLDED
  const isFoldable = (account: WebAccount): boolean => isFolding && account.isSettled && account.bindings.length > 0 && !options.kept.has(account.id)
  const nodes: WebNode[] = []
  const captions: WebCaption[] = []
  const nodeOf = new Map<string, WebNode>()
  const add = (node: WebNode): void => {
    nodes.push(node)
    nodeOf.set(node.key, node)
  }
  let top = 0
  for (const number of web.numbers) {
    const isUnfolded = options.unfolded.has(number.key)
    const shown = isUnfolded ? number.accounts : number.accounts.filter(account => !isFoldable(account))
    const foldable = isFolding ? number.accounts.reduce((sum, account) => sum + Number(isFoldable(account)), 0) : 0
    const accountRows = shown.length + Number(foldable > 0)
    const middle = Math.max(options.ringRows, Math.min(accountRows / 2, LOWEST_MIDDLE))
    add({ kind: 'number', key: numberKey(number.key), column: 0, top: top + middle - options.ringRows, rows: options.numberRows, numberKey: number.key, number })
    // Few accounts stand around the middle of their number.
    const first = top + Math.max(0, middle - accountRows / 2)
    let guardedTop = top
    shown.forEach((account, index) => {
      add({ kind: 'account', key: accountKey(account.id), column: 1, top: first + index, rows: 1, numberKey: number.key, account })
      const charges = isUnfolded ? account.charges : account.charges.filter(charge => !isFoldable(charge))
      if (charges.length === 0)
        return
      guardedTop = Math.max(guardedTop, first + index)
      for (const charge of charges)
        add({ kind: 'guarded', key: guardedKey(account.id, charge.id), column: 2, top: guardedTop++, rows: 1, numberKey: number.key, account: charge, guard: account, ownKey: null })
      captions.push({ key: `caption:${account.id}`, column: 2, top: guardedTop, rows: options.captionRows, numberKey: number.key, guard: account })
      guardedTop += options.captionRows
    })
    if (foldable > 0)
      add({ kind: 'fold', key: `fold:${number.key}`, column: 1, top: first + shown.length, rows: 1, numberKey: number.key, count: foldable, isOpen: isUnfolded })
    top = Math.max(top + middle - options.ringRows + options.numberRows, first + accountRows, guardedTop) + GAP
  }
  return { ...tie(nodes, nodeOf), captions, rows: Math.max(0, top - GAP) }
}

function guardedKey(guard: Id, charge: Id): string {
  return `guarded:${guard}:${charge}`
}

/** Draws the lines between the places. */
function tie(nodes: readonly WebNode[], nodeOf: Map<string, WebNode>): Pick<WebLayout, 'nodes' | 'threads' | 'arrows' | 'node' | 'shown'> {
  const threads: WebThread[] = []
  const arrows: WebArrow[] = []
  const tied = nodes.map((node): WebNode => {
    if (node.kind === 'account') {
      const lines = node.account.bindings.flatMap((line) => {
        const from = numberKey(line.numberKey)
        return nodeOf.has(from) ? [{ line, from }] : []
      })
      lines.forEach(({ line, from }, slot) => threads.push({ kind: 'thread', key: `thread:${line.binding.id}`, from, to: node.key, line, slot, slots: lines.length }))
    }
    if (node.kind !== 'guarded')
      return node
    arrows.push({ kind: 'guard', key: `guard:${node.key}`, from: accountKey(node.guard.id), to: node.key, isRing: node.guard.ring !== -1 && node.guard.ring === node.account.ring })
    const ownKey = accountKey(node.account.id)
    const full = { ...node, ownKey: nodeOf.has(ownKey) ? ownKey : null }
    nodeOf.set(node.key, full)
    return full
  })
  return { nodes: tied, threads, arrows, node: key => nodeOf.get(key), shown: threads.length }
}
