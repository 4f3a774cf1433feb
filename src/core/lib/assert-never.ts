/** Ends a closed union: a forgotten case does not compile, and a value from outside the types throws. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}
