/** How the arguments of a call are checked: null when they are not what they should be. */
export type Takes<Args extends readonly unknown[]> = (args: readonly unknown[]) => Args | null

export function nothing(args: readonly unknown[]): [] | null {
  return args.length === 0 ? [] : null
}

export function oneText(maxLength?: number): (args: readonly unknown[]) => [string] | null {
  return ([text, ...rest]) => isText(text, maxLength) && rest.length === 0 ? [text] : null
}

export function isText(value: unknown, maxLength = Number.POSITIVE_INFINITY): value is string {
  return typeof value === 'string' && value.length <= maxLength
}

/** A passphrase, code or the like; what it must be is for the vault to say. */
export function isSecret(value: unknown): value is string {
  return isText(value, 10_000)
}

/** Place of an event in history, or the one before the first. */
export function isSeq(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

export function oneSeq([seq, ...rest]: readonly unknown[]): [number] | null {
  return isSeq(seq) && rest.length === 0 ? [seq] : null
}
