import type { AddNumber } from '../../../../core/actions/add-number'
import type { Refused } from '../../../../core/actions/action'
import type { ProviderFacts } from '../../../../core/catalog/tiers'
import type { Day } from '../../../../core/lib/day'
import type { ExitRoute, PhoneNumber, ProviderRef } from '../../../../core/records/number'
import { decimalsOf, parseAmount } from '../../../../core/lib/money'
import { decimalText } from '../../../composables/format'

type Cost = NonNullable<PhoneNumber['recurringCost']>

/** What a form about a number holds: as typed, so that nothing typed is lost. */
export type NumberDraft = {
  label: string
  provider: ProviderRef | null
  /** Days, as typed. */
  keepAliveDays: string
  cost: string
  costCurrency: string
  costPeriod: Cost['period']
  isAutoRenewed: boolean | null
  exitRoute: ExitRoute
  targetExitOn: Day | null
  activatedOn: Day | null
  paidThroughOn: Day | null
  lastActivityOn: Day | null
  providerLogin: string
  simNote: string
  notes: string
}

/** Fields of the forms of a number, as refusals name them. */
type Field = keyof AddNumber | 'balance' | 'amount' | 'day' | 'memo' | 'askedOn' | 'expectedBy' | 'channel' | 'reference' | 'login' | 'importance' | 'guardedBy' | 'replacement' | 'dueOn'

/** Why a field was refused, in words, by field. */
export type DraftErrors = { readonly [F in Field]?: string }

export function emptyDraft(): NumberDraft {
  return {
    label: '',
    provider: null,
    keepAliveDays: '',
    cost: '',
    costCurrency: 'USD',
    costPeriod: 'month',
    isAutoRenewed: null,
    exitRoute: 'cancel',
    targetExitOn: null,
    activatedOn: null,
    paidThroughOn: null,
    lastActivityOn: null,
    providerLogin: '',
    simNote: '',
    notes: '',
  }
}

/** A number as its form shows it. */
export function draftOf(number: PhoneNumber): NumberDraft {
  const { label, provider, exitRoute, targetExitOn, activatedOn, paidThroughOn, lastActivityOn, providerLogin, simNote, notes, keepAliveDays, recurringCost } = number
  return {
    ...emptyDraft(),
    label,
    provider,
    exitRoute,
    targetExitOn,
    activatedOn,
    paidThroughOn,
    lastActivityOn,
    providerLogin,
    simNote,
    notes,
    keepAliveDays: keepAliveDays === null ? '' : String(keepAliveDays),
    ...recurringCost && {
      cost: amountText(recurringCost.money),
      costCurrency: recurringCost.money.currency,
      costPeriod: recurringCost.period,
      isAutoRenewed: recurringCost.isAutoRenewed,
    },
  }
}

/** Money as it is typed: 1240 cents → `12.40`. */
export function amountText({ amountMinor, currency }: Cost['money']): string {
  return decimalText(amountMinor, decimalsOf(currency))
}

/** What an action takes, or the field that cannot be read. Days that cannot be are the action's to refuse. */
export function fieldsOf(draft: NumberDraft): Omit<AddNumber, 'e164'> | Refused {
  const { keepAliveDays, cost, costCurrency, costPeriod, isAutoRenewed, ...plain } = draft
  const days = keepAliveDays.normalize('NFKC').trim()
  if (days !== '' && !/^\d+$/.test(days))
    return { refused: 'not-valid', field: 'keepAliveDays' }
  if (cost.trim() !== '' && parseAmount(cost, costCurrency) === null)
    return { refused: 'amount-unknown', field: 'recurringCost' }
  return {
    ...plain,
    keepAliveDays: days === '' ? null : Number(days),
    recurringCost: cost.trim() === '' ? null : { money: { typed: cost, currency: costCurrency }, period: costPeriod, isAutoRenewed },
  }
}

/**
 * What the catalogue says of a provider's rule and cost, as the form holds it; null where it says nothing.
 * A line that is paid by the month lasts as long as it is paid, whatever its days count: they are no rule about use.
 */
export function catalogValues(provider: ProviderFacts | undefined): { keepAliveDays: string | null, cost: string | null, currency: string | null } {
  const { inactivityDays, monthlyCost } = provider?.keepAlive ?? { inactivityDays: null, monthlyCost: null }
  return {
    keepAliveDays: inactivityDays === null || (monthlyCost && monthlyCost.amountMinor > 0) ? null : String(inactivityDays),
    cost: monthlyCost && amountText(monthlyCost),
    currency: monthlyCost && monthlyCost.currency,
  }
}

/**
 * The draft with another provider: its rule and its cost are filled in where the field is empty or still says
 * what the provider before had filled in. What the user typed stays.
 */
export function withProvider(draft: NumberDraft, provider: ProviderRef | null, facts: { before: ProviderFacts | undefined, after: ProviderFacts | undefined }): NumberDraft {
  const [before, after] = [catalogValues(facts.before), catalogValues(facts.after)]
  const isRuleFree = draft.keepAliveDays === '' || draft.keepAliveDays === before.keepAliveDays
  const isCostFree = draft.cost === '' || isCatalogCost(draft, facts.before)
  return {
    ...draft,
    provider,
    ...isRuleFree && { keepAliveDays: after.keepAliveDays ?? '' },
    ...isCostFree && { cost: after.cost ?? '', costPeriod: 'month', ...after.currency && { costCurrency: after.currency } },
  }
}

/** Whether the rule in the form is the catalogue's. */
export function isCatalogRule(draft: NumberDraft, provider: ProviderFacts | undefined): boolean {
  return draft.keepAliveDays !== '' && draft.keepAliveDays === catalogValues(provider).keepAliveDays
}

/** Whether the cost in the form is the catalogue's. */
export function isCatalogCost(draft: NumberDraft, provider: ProviderFacts | undefined): boolean {
  const { cost, currency } = catalogValues(provider)
  return draft.cost !== '' && draft.cost === cost && draft.costCurrency === currency && draft.costPeriod === 'month'
}
