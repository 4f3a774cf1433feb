/** What each open field holds that looks like a secret and that the user wants kept; nothing once the field is gone or its text another. */
const texts = new Map<string, string>()

/** Says for a field that its text is to be kept; null takes it back. */
export function insist(fieldId: string, text: string | null): void {
  if (text === null)
    texts.delete(fieldId)
  else
    texts.set(fieldId, text)
}

/** On which texts the user insists now; every commit is told. */
export function insistedTexts(): string[] {
  return [...texts.values()]
}
