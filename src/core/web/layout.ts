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
  /** Stands for the settled accounts of a number, or for the rest of what an account guards. */
  | { readonly kind: 'fold', readonly of: 'settled' | 'charges', readonly count: number, readonly isOpen: boolean }
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
  /** Folds that are open, by key. */
  readonly unfolded: ReadonlySet<string>
  /** Accounts that stay though they are settled: what is settled while it is looked at keeps its place. */
  readonly kept: ReadonlySet<Id>
}

/** More accounts than this, and the settled ones fold. */
export const MOST_UNFOLDED = 40
/** More than this beside one guard, and the last of them fold. */
export const MOST_CHARGES = 6
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
  let top = 0
  for (const number of web.numbers) {
    const foldKey = `fold:${number.key}`
    const isOpen = options.unfolded.has(foldKey)
    const isShown = (account: WebAccount): boolean => isOpen || !isFoldable(account)
    const shown = number.accounts.filter(isShown)
    const foldable = isFolding ? number.accounts.filter(isFoldable).length : 0
    const block = beside(number.key, shown, isShown, options)
    if (foldable > 0)
      block.nodes.push({ kind: 'fold', of: 'settled', key: foldKey, column: 1, top: block.accountRows++, rows: 1, numberKey: number.key, count: foldable, isOpen })

    const middle = Math.max(options.ringRows, Math.min(block.accountRows / 2, LOWEST_MIDDLE))
    // Few accounts stand around the middle of their number.
    const first = top + Math.max(0, middle - block.accountRows / 2)
    const numberTop = top + middle - options.ringRows
    nodes.push({ kind: 'number', key: numberKey(number.key), column: 0, top: numberTop, rows: options.numberRows, numberKey: number.key, number })
    for (const node of block.nodes)
      nodes.push({ ...node, top: node.top + first })
    for (const caption of block.captions)
      captions.push({ ...caption, top: caption.top + first })
    top = Math.max(numberTop + options.numberRows, first + block.accountRows, first + block.guardedRows) + GAP
  }
  return { ...tie(nodes), captions, rows: Math.max(0, top - GAP) }
}

type Block = { nodes: WebNode[], captions: WebCaption[], accountRows: number, guardedRows: number }

/**
 * The accounts of one number, row by row. Each guard stands level with what it guards; until there is room beside the next one,
 * accounts that guard nothing fill the rows between.
 */
function beside(number: string, shown: readonly WebAccount[], isShown: (account: WebAccount) => boolean, { unfolded, captionRows }: LayoutOptions): Block {
  const block: Block = { nodes: [], captions: [], accountRows: 0, guardedRows: 0 }
  const isGuard = (account: WebAccount): boolean => account.charges.some(isShown)
  const [guards, others] = [shown.filter(isGuard), shown.filter(account => !isGuard(account))]
  let [guard, other] = [0, 0]
  while (guard < guards.length || other < others.length) {
    const isNext = guard < guards.length && (block.accountRows >= block.guardedRows || other === others.length)
    if (isNext)
      block.accountRows = Math.max(block.accountRows, Math.ceil(block.guardedRows))
    const account = isNext ? guards[guard++]! : others[other++]!
    block.nodes.push({ kind: 'account', key: accountKey(account.id), column: 1, top: block.accountRows, rows: 1, numberKey: number, account })
    if (isNext)
      putCharges(block, account, account.charges.filter(isShown), { number, unfolded, captionRows })
    block.accountRows++
  }
  return block
}

function putCharges(block: Block, guard: WebAccount, charges: readonly WebAccount[], { number, unfolded, captionRows }: { number: string, unfolded: ReadonlySet<string>, captionRows: number }): void {
  const foldKey = `more:${guard.id}`
  const isOpen = unfolded.has(foldKey)
  const isLong = charges.length > MOST_CHARGES
  let top = block.accountRows
  const common = { column: 2, rows: 1, numberKey: number } as const
  for (const account of isLong && !isOpen ? charges.slice(0, MOST_CHARGES - 1) : charges)
    block.nodes.push({ ...common, kind: 'guarded', key: guardedKey(guard.id, account.id), top: top++, account, guard, ownKey: null })
  if (isLong)
    block.nodes.push({ ...common, kind: 'fold', of: 'charges', key: foldKey, top: top++, count: charges.length - MOST_CHARGES + 1, isOpen })
  block.captions.push({ ...common, key: `caption:${guard.id}`, top, rows: captionRows, guard })
  block.guardedRows = top + captionRows
}

function guardedKey(guard: Id, charge: Id): string {
  return `guarded:${guard}:${charge}`
}

/** Draws the lines between the places. */
function tie(nodes: readonly WebNode[]): Pick<WebLayout, 'nodes' | 'threads' | 'arrows' | 'node' | 'shown'> {
  const nodeOf = new Map(nodes.map(node => [node.key, node]))
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
