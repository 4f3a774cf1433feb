import type { WebLayout, WebNode } from './layout'

/** Lines at each node, by its key. */
type Links = { readonly lines: ReadonlyMap<string, readonly { readonly key: string, readonly from: string, readonly to: string, readonly isLoose: boolean }[]>, readonly columns: readonly (readonly WebNode[])[], readonly places: ReadonlyMap<string, number> }

function linksOf(layout: WebLayout): Links {
  const known = made.get(layout)
  if (known)
    return known
  const lines = new Map<string, { key: string, from: string, to: string, isLoose: boolean }[]>()
  const add = (at: string, line: { key: string, from: string, to: string, isLoose: boolean }): void => {
    const list = lines.get(at)
    if (list)
      list.push(line)
    else
      lines.set(at, [line])
  }
  for (const { key, from, to, ...rest } of [...layout.threads, ...layout.arrows]) {
    const line = { key, from, to, isLoose: rest.kind === 'thread' && rest.line.isSettled }
    add(from, line)
    add(to, line)
  }
  const columns: WebNode[][] = [[], [], []]
  layout.nodes.forEach(node => columns[node.column]!.push(node))
  const links = { lines, columns, places: new Map(columns.flatMap(column => column.map((node, place) => [node.key, place] as const))) }
  made.set(layout, links)
  return links
}
const made = new WeakMap<WebLayout, Links>()

/** Everything that hangs together with one node: itself, its lines and what they reach. The rest fades. */
export function followed(layout: WebLayout, key: string): ReadonlySet<string> {
  const found = new Set([key])
  const node = layout.node(key)
  if (!node)
    return found
  const { lines } = linksOf(layout)
  const reach = (at: string): void => lines.get(at)?.forEach((line) => {
    found.add(line.key)
    found.add(line.from)
    found.add(line.to)
  })
  reach(key)
  if (node.kind === 'fold')
    found.add(foldOwner(node))
  // An account and its mirrors beside its guards are one: what it guards, what guards it, and the numbers it hangs on.
  if (node.kind === 'guarded' && node.ownKey) {
    reach(node.ownKey)
  }
  if (node.kind === 'account' || node.kind === 'guarded')
    node.account.guards.forEach(guard => [`guarded:${guard.id}:${node.account.id}`].filter(mirror => layout.node(mirror)).forEach(reach))
  for (const guard of node.kind === 'account' ? node.account.charges : [])
    found.add(`account:${guard.id}`)
  if (node.kind === 'account' || node.kind === 'guarded')
    found.add(`caption:${node.kind === 'account' ? node.account.id : node.guard.id}`)
  return found
}

/** The number whose settled accounts, or the guard whose charges, are folded there. */
function foldOwner({ key, of, numberKey }: WebNode & { kind: 'fold' }): string {
  return of === 'settled' ? `number:${numberKey}` : `account:${key.slice('more:'.length)}`
}

/** Where an arrow key leads: up and down in a column, left and right along the lines. null = nowhere. */
export function walk(layout: WebLayout, key: string, to: 'up' | 'down' | 'left' | 'right' | 'first' | 'last'): string | null {
  const node = layout.node(key)
  if (!node)
    return layout.nodes[0]?.key ?? null
  const { lines, columns, places } = linksOf(layout)
  const column = columns[node.column]!
  const place = places.get(key)!
  switch (to) {
    case 'up':
      return column[place - 1]?.key ?? null
    case 'down':
      return column[place + 1]?.key ?? null
    case 'first':
      return column[0]?.key ?? null
    case 'last':
      return column.at(-1)?.key ?? null
    case 'left':
      // Also along a line that has let go: the place of the number is still known.
      return node.kind === 'fold' ? foldOwner(node) : lines.get(key)?.find(line => line.to === key)?.from ?? (node.column === 1 ? `number:${node.numberKey}` : null)
    default:
      return rightOf(lines.get(key)?.filter(line => line.from === key), node, layout, columns)
  }
}

function rightOf(lines: readonly { readonly to: string, readonly isLoose: boolean }[] | undefined, node: WebNode, layout: WebLayout, columns: readonly (readonly WebNode[])[]): string | null {
  // From a mirror on to the account's own place, so that a chain of guards can be walked.
  if (node.kind === 'guarded')
    return node.ownKey
  const line = lines?.find(({ isLoose, to }) => !isLoose && layout.node(to)?.numberKey === node.numberKey) ?? lines?.find(({ isLoose }) => !isLoose) ?? lines?.[0]
  return line?.to ?? (node.kind === 'number' ? columns[1]!.find(({ numberKey }) => numberKey === node.numberKey)?.key ?? null : null)
}
