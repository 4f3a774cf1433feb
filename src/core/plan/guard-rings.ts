/**
 * Rings in a graph: its strongly connected parts of more than one node (Tarjan 1972, without recursion, so that a
 * chain of thousands does not overflow the stack).
 *
 * @param edges for each node the nodes it points to, as indices
 * @returns for each node the number of its ring, or -1; and the rings, each with its nodes ascending, in the order of their first node
 */
export function findRings(edges: readonly (readonly number[])[]): { ringOf: Int32Array, rings: number[][] } {
  const count = edges.length
  const index = new Int32Array(count).fill(-1)
  const low = new Int32Array(count)
  const onStack = new Uint8Array(count)
  const place = new Int32Array(count)
  const stack: number[] = []
  const path: number[] = []
  const rings: number[][] = []
  let next = 0

  for (let root = 0; root < count; root++) {
    if (index[root] !== -1)
      continue
    path.push(root)
    while (path.length > 0) {
      const node = path.at(-1)!
      if (index[node] === -1) {
        index[node] = low[node] = next++
        onStack[node] = 1
        stack.push(node)
      }
      const target = edges[node]![place[node]!]
      if (target !== undefined) {
        place[node]!++
        if (index[target] === -1)
          path.push(target)
        else if (onStack[target])
          low[node] = Math.min(low[node]!, index[target]!)
        continue
      }
      path.pop()
      const parent = path.at(-1)
      if (parent !== undefined)
        low[parent] = Math.min(low[parent]!, low[node]!)
      if (low[node] === index[node]) {
        const members = stack.splice(stack.lastIndexOf(node))
        for (const member of members)
          onStack[member] = 0
        if (members.length > 1)
          rings.push(members.sort((a, b) => a - b))
      }
    }
  }

  rings.sort((a, b) => a[0]! - b[0]!)
  const ringOf = new Int32Array(count).fill(-1)
  rings.forEach((members, ring) => members.forEach(member => ringOf[member] = ring))
  return { ringOf, rings }
}
