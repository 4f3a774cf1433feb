const DIGITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const
/** More than this in a row is not written down in one go. */
const MOST_IN_GROUP = 4

/**
 * A number as it is read out in English: `six four six, five five five, zero one eight seven`.
 * North American numbers go without their country code; all others begin with `plus`.
 * @param written the number grouped for reading, e.g. `+1 646-555-0187`
 */
export function spelledNumber(written: string): string {
  const isNorthAmerican = /^\+1\D/.test(written) || /^\+1\d{10}$/.test(written)
  const groups = (isNorthAmerican ? written.slice(2) : written).match(/\d+/g) ?? []
  const spelled = groups.flatMap(inBreaths).map(group => [...group].map(digit => DIGITS[Number(digit)]!).join(' ')).join(', ')
  return isNorthAmerican || !written.startsWith('+') ? spelled : `plus ${spelled}`
}

/** Long groups in parts of three, the last one of up to four. */
function inBreaths(group: string): string[] {
  if (group.length <= MOST_IN_GROUP)
    return [group]
  return [group.slice(0, 3), ...inBreaths(group.slice(3))]
}
