import type { Day } from '../lib/day'
import type { Id } from '../records/base'
import type { ContactLog, ContactResult } from '../records/contact-log'
import type { Action } from './action'
import { suggestedCallBack } from '../contact/call-back'
import { CONTACT_RESULTS } from '../records/contact-log'
import { checkDayOrNull, checkGiven, checkKey, checkLine, checkNote } from './checks/check'
import { numberNames } from './rows/names'
import { born } from './rows/stamp'

export type LogContact = {
  numberId: Id
  channel: ContactLog['channel']
  /** Epoch milliseconds; left out = now. */
  at?: number
  /** A role ("first line"), not a person's name. */
  withRole?: string
  reference?: string
  outcome?: string
  /** Day agreed for calling back, from today on; left out = what the result suggests, null = none. */
  callBackOn?: Day | null
  result?: ContactResult | null
  /** Day on which what was said takes effect, past or to come. */
  effectiveOn?: Day | null
  /** Key of the task it was about. */
  about?: string
}

/** Notes a contact with the provider. Gives back its id. */
export const logContact: Action<LogContact, Id> = (facts, input, context) => {
  const number = facts.numbers.get(input.numberId)
  if (!number)
    return { refused: 'not-found' }
  const { at = context.now, result } = input
  if (!Number.isInteger(at) || at < 0)
    return { refused: 'day-unknown', field: 'at' }
  if (at > context.now)
    return { refused: 'day-too-late', field: 'at', params: { day: context.today } }
  if (result && !CONTACT_RESULTS.includes(result))
    return { refused: 'not-valid', field: 'result' }
  const checked = checkGiven({
    withRole: (text: string) => checkLine(text, context, 80),
    reference: (text: string) => checkLine(text, context, 120),
    outcome: (text: string) => checkNote(text, context),
    callBackOn: (text: string | null) => checkDayOrNull(text, { from: context.today }),
    effectiveOn: (text: string | null) => checkDayOrNull(text),
    about: checkKey,
  }, input)
  if ('refused' in checked)
    return checked
  const { effectiveOn, about, ...clean } = checked.clean
  const contact: ContactLog = {
    ...born(context),
    numberId: number.id,
    at,
    channel: input.channel,
    withRole: '',
    reference: '',
    outcome: '',
    callBackOn: suggestedCallBack(result ?? undefined, effectiveOn, context.today),
    ...clean,
    ...result && { result },
    ...effectiveOn && { effectiveOn },
    ...about && { about },
  }
  return {
    changes: [{ table: 'contactLogs', put: contact }],
    event: { kind: 'contact.logged', numberIds: [number.id], params: { ...numberNames(number), channel: contact.channel, reference: contact.reference, result: contact.result ?? null } },
    value: contact.id,
  }
}
