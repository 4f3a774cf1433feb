import type { Id } from '../../records/base'
import type { PhoneNumber, ProviderRef } from '../../records/number'
import type { Facts } from '../../records/tables'
import type { Context, Refused } from '../action'
import type { Checked, Given, Insisted, MoneyInput } from './check'
import { isSame } from '../is-same'
import { checkDayOrNull, checkLine, checkMoney, checkNote } from './check'

type RecurringCost = NonNullable<PhoneNumber['recurringCost']>
type RecurringCostInput = Omit<RecurringCost, 'money'> & { money: MoneyInput }

const MOST_TAGS = 20
const MOST_KEEP_ALIVE_DAYS = 3650

/** How each field of a number is made clean. `lineStatus` and `closedAt` are not here: they have actions of their own. */
export function numberChecks(context: Context) {
  const { today } = context
  return {
    e164: checkE164,
    country: checkCountry,
    label: (text: string) => checkLine(text, context, 80),
    provider: (ref: ProviderRef | null) => checkProvider(ref, context),
    exitRoute: (value: PhoneNumber['exitRoute']) => ({ value }),
    targetExitOn: (text: string | null) => checkDayOrNull(text, { from: today }),
    activatedOn: (text: string | null) => checkDayOrNull(text, { to: today }),
    paidThroughOn: (text: string | null) => checkDayOrNull(text),
    lastActivityOn: (text: string | null) => checkDayOrNull(text, { to: today }),
    keepAliveDays: checkKeepAliveDays,
    recurringCost: checkRecurringCost,
    providerLogin: (text: string) => checkLine(text, context),
    simNote: (text: string) => checkLine(text, context),
    tags: (tags: readonly string[]) => checkTags(tags, context),
    colour: (value: PhoneNumber['colour']) => ({ value }),
    notes: (text: string) => checkNote(text, context),
  }
}

/** What a form may say of a number; each field may be left out. */
export type NumberFields = Given<ReturnType<typeof numberChecks>>

/** Refuses a number that is already recorded, closed ones included. */
export function refuseKnownNumber(facts: Facts, e164: string, exceptId?: Id): Refused | null {
  for (const number of facts.numbers.values()) {
    if (number.e164 === e164 && number.id !== exceptId)
      return { refused: 'number-exists', field: 'e164', params: { numberId: number.id, label: number.label } }
  }
  return null
}

/** Pairs of days of which the first may not be after the second. */
const IN_ORDER = [
  ['activatedOn', 'paidThroughOn'],
  ['activatedOn', 'lastActivityOn'],
] as const

/** Refuses days that contradict each other; the field that was given is the one at fault. */
export function refuseDaysOutOfOrder(number: Pick<PhoneNumber, 'activatedOn' | 'paidThroughOn' | 'lastActivityOn'>, given: object): Refused | null {
  for (const [early, late] of IN_ORDER) {
    const [from, to] = [number[early], number[late]]
    if (!from || !to || from <= to)
      continue
    if (late in given)
      return { refused: 'day-too-early', field: late, params: { day: from } }
    if (early in given)
      return { refused: 'day-too-late', field: early, params: { day: to } }
  }
  return null
}

/** The given fields that differ from what is kept: a form may send all of them. */
export function differing<Fields extends object>(row: object, given: Fields): Fields {
  return Object.fromEntries(Object.entries(given).filter(([field, value]) => !isSame(value, (row as Record<string, unknown>)[field]))) as Fields
}

function checkE164(text: string): Checked<string> {
  return /^\+[1-9]\d{5,14}$/.test(text) ? { value: text } : { refused: 'not-a-phone-number' }
}

function checkCountry(code: string | null): Checked<string | null> {
  return code === null || /^[A-Z]{2}$/.test(code) ? { value: code } : { refused: 'not-valid' }
}

/** A provider with a blank name is no provider. */
function checkProvider(ref: ProviderRef | null, context: Insisted): Checked<ProviderRef | null> {
  if (ref === null || ref.kind === 'catalog')
    return { value: ref }
  const name = checkLine(ref.name, context, 120)
  if ('refused' in name)
    return name
  return { value: name.value === '' ? null : { kind: 'own', name: name.value } }
}

function checkKeepAliveDays(days: number | null): Checked<number | null> {
  return days === null || (Number.isInteger(days) && days >= 1 && days <= MOST_KEEP_ALIVE_DAYS)
    ? { value: days }
    : { refused: 'not-valid', params: { min: 1, max: MOST_KEEP_ALIVE_DAYS } }
}

function checkRecurringCost(cost: RecurringCostInput | null): Checked<RecurringCost | null> {
  if (cost === null)
    return { value: null }
  const money = checkMoney(cost.money)
  if ('refused' in money)
    return money
  return money.value.amountMinor < 0 ? { refused: 'amount-unknown' } : { value: { ...cost, money: money.value } }
}

function checkTags(tags: readonly string[], context: Insisted): Checked<string[]> {
  const clean: string[] = []
  for (const tag of tags) {
    const checked = checkLine(tag, context, 40)
    if ('refused' in checked)
      return checked
    if (checked.value !== '' && !clean.includes(checked.value))
      clean.push(checked.value)
  }
  return clean.length > MOST_TAGS ? { refused: 'too-many', params: { max: MOST_TAGS } } : { value: clean }
}
