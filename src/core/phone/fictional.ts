/** Whether a number lies in a range kept free for stories and examples: +1 xxx-555-01xx and +44 7700 900xxx. */
export function isFictional(e164: string): boolean {
  return /^\+1[2-9]\d{2}55501\d{2}$|^\+447700900\d{3}$/.test(e164)
}
