/** A name that is not taken yet: a second of the same day is told apart by its figure. */
export function freeName(stem: string, ending: string, taken: readonly string[]): string {
  for (let count = 1; ; count++) {
    const name = `${stem}${count === 1 ? '' : ` (${count})`}${ending}`
    if (!taken.includes(name))
      return name
  }
}

/** Whether the engine made the name up, for a picture that had none on the clipboard. */
export function isNameless({ name }: Pick<File, 'name'>): boolean {
  return /^image\.\w+$/.test(name)
}
