/** Gives every element a size, as a window would: a table draws only the rows that are in sight. */
export function sized(height = 720): void {
  for (const [name, value] of [['offsetHeight', height], ['offsetWidth', 1000], ['clientHeight', height], ['clientWidth', 1000]] as const)
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value })
}
