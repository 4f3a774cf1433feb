import type { CancelChannel } from '../catalog/provider'
import type { TaskKind } from '../plan/codes'

/** What a contact with a provider is for. */
export const AIMS = ['cancel', 'ask-how', 'pay-arrears', 'reactivate', 'ask-refund', 'ask-refund-rule', 'chase-refund', 'call-back', 'delete-data', 'stop-charges'] as const
export type Aim = typeof AIMS[number]

/** Ways on which somebody answers. */
export const TALK_CHANNELS = ['phone', 'chat', 'email', 'store', 'post'] as const satisfies readonly CancelChannel[]
export type TalkChannel = typeof TALK_CHANNELS[number]

/** One thing to say; its words are in both languages, whatever the language on screen. */
export const LINE_IDS = [
  'hello',
  'cancel',
  'number-spoken',
  'number-written',
  'login',
  'now',
  'balance',
  'balance-back',
  'no-charges',
  'reference',
  'reference-written',
  'in-writing',
  'delete-later',
  'ask-how',
  'how-which',
  'how-balance',
  'how-until',
  'how-data',
  'arrears',
  'arrears-how-much',
  'arrears-how',
  'arrears-when',
  'arrears-fees',
  'reactivate',
  'reactivate-what',
  'reactivate-by',
  'reactivate-when',
  'refund',
  'refund-before',
  'refund-way',
  'refund-when',
  'refund-rule',
  'refund-rule-known',
  'refund-rule-page',
  'chase',
  'chase-expected',
  'chase-again',
  'chase-reference',
  'chase-when',
  'chase-not-sent',
  'call-back',
  'call-back-reference',
  'call-back-done',
  'call-back-missing',
  'delete',
  'delete-until',
  'delete-kept',
  'charges',
  'charges-card',
  'charges-open',
  'thanks',
] as const
export type LineId = typeof LINE_IDS[number]

/** What to answer when the other side asks or offers something. */
export const ANSWER_IDS = ['retention', 'why', 'end-of-period', 'not-found', 'refuse', 'document', 'code'] as const
export type AnswerId = typeof ANSWER_IDS[number]

/** What to say aloud, in order. */
export const SPOKEN: Readonly<Record<Aim, readonly LineId[]>> = {
  'cancel': ['cancel', 'number-spoken', 'now', 'balance', 'no-charges', 'reference', 'in-writing', 'delete-later'],
  'ask-how': ['ask-how', 'number-spoken', 'how-which', 'how-balance', 'how-until', 'how-data', 'reference'],
  'pay-arrears': ['arrears', 'number-spoken', 'arrears-how-much', 'arrears-how', 'arrears-fees', 'arrears-when', 'reference'],
  'reactivate': ['reactivate', 'number-spoken', 'reactivate-what', 'reactivate-by', 'reactivate-when', 'reference'],
  'ask-refund': ['refund', 'number-spoken', 'refund-before', 'refund-way', 'refund-when', 'reference', 'in-writing'],
  'ask-refund-rule': ['refund-rule', 'number-spoken', 'refund-rule-known', 'refund-way', 'refund-rule-page', 'reference'],
  'chase-refund': ['chase', 'number-spoken', 'chase-reference', 'chase-again', 'chase-expected', 'chase-when', 'chase-not-sent', 'reference', 'in-writing'],
  'call-back': ['call-back', 'number-spoken', 'call-back-reference', 'call-back-done', 'call-back-missing', 'in-writing'],
  'delete-data': ['delete', 'number-spoken', 'delete-kept', 'delete-until', 'reference', 'in-writing'],
  'stop-charges': ['charges', 'number-spoken', 'charges-card', 'charges-open', 'reference', 'in-writing'],
}

/** What to write, in order. */
export const WRITTEN: Readonly<Record<Aim, readonly LineId[]>> = {
  'cancel': ['hello', 'cancel', 'number-written', 'login', 'now', 'balance-back', 'no-charges', 'reference-written', 'in-writing', 'delete-later', 'thanks'],
  'ask-how': ['hello', 'ask-how', 'number-written', 'login', 'how-which', 'how-balance', 'how-until', 'how-data', 'thanks'],
  'pay-arrears': ['hello', 'arrears', 'number-written', 'login', 'arrears-how-much', 'arrears-how', 'arrears-fees', 'arrears-when', 'thanks'],
  'reactivate': ['hello', 'reactivate', 'number-written', 'login', 'reactivate-what', 'reactivate-by', 'reactivate-when', 'thanks'],
  'ask-refund': ['hello', 'refund', 'number-written', 'login', 'refund-before', 'refund-way', 'refund-when', 'reference-written', 'in-writing', 'thanks'],
  'ask-refund-rule': ['hello', 'refund-rule', 'number-written', 'login', 'refund-rule-known', 'refund-way', 'refund-rule-page', 'thanks'],
  'chase-refund': ['hello', 'chase', 'number-written', 'login', 'chase-reference', 'chase-again', 'chase-expected', 'chase-when', 'chase-not-sent', 'in-writing', 'thanks'],
  'call-back': ['hello', 'call-back', 'number-written', 'login', 'call-back-reference', 'call-back-done', 'call-back-missing', 'in-writing', 'thanks'],
  'delete-data': ['hello', 'delete', 'number-written', 'login', 'delete-kept', 'delete-until', 'in-writing', 'thanks'],
  'stop-charges': ['hello', 'charges', 'number-written', 'login', 'charges-card', 'charges-open', 'in-writing', 'thanks'],
}

const ON_ANY: readonly AnswerId[] = ['refuse', 'document', 'code']
const ON_REFUND: readonly AnswerId[] = ['not-found', ...ON_ANY]

/** What they may ask or offer, most likely first. */
export const ANSWERS: Readonly<Record<Aim, readonly AnswerId[]>> = {
  'cancel': ['retention', 'why', 'end-of-period', ...ON_ANY],
  'ask-how': ['retention', 'why', ...ON_ANY],
  'pay-arrears': ON_ANY,
  'reactivate': ON_ANY,
  'ask-refund': ['retention', ...ON_ANY],
  'ask-refund-rule': ON_ANY,
  'chase-refund': ON_REFUND,
  'call-back': ON_REFUND,
  'delete-data': ['why', ...ON_ANY],
  'stop-charges': ON_ANY,
}

const BY_KIND: Partial<Record<TaskKind, Aim>> = {
  'cancel-by-phone': 'cancel',
  'cancel-by-chat': 'cancel',
  'cancel-by-email': 'cancel',
  'cancel-in-store': 'cancel',
  'cancel-by-post': 'cancel',
  'cancel-as-told': 'cancel',
  'cancel-online': 'cancel',
  'cancel-in-app': 'cancel',
  'ask-provider-how': 'ask-how',
  'pay-arrears': 'pay-arrears',
  'reactivate-line': 'reactivate',
  'ask-refund': 'ask-refund',
  'ask-refund-rule': 'ask-refund-rule',
  'chase-refund': 'chase-refund',
  'refund-arrived': 'chase-refund',
  'call-back': 'call-back',
  'confirm-deletion': 'delete-data',
  'no-more-charges': 'stop-charges',
  'ask-provider-rules': 'ask-how',
  'unfreeze-line': 'reactivate',
  'restore-texts': 'reactivate',
  'line-still-alive': 'cancel',
  'ask-deletion-again': 'delete-data',
  'dispute-charge': 'stop-charges',
}

/** What a contact about a task of this kind is for; null where nobody has to be asked. */
export function aimOf(kind: TaskKind): Aim | null {
  return BY_KIND[kind] ?? null
}

/** Tasks that cannot be done but by talking to the provider, whatever is known of it. */
const ALWAYS: ReadonlySet<TaskKind> = new Set<TaskKind>(['cancel-by-phone', 'cancel-by-chat', 'cancel-by-email', 'cancel-in-store', 'cancel-by-post', 'cancel-as-told', 'ask-provider-how'])
/** Tasks that are done faster by talking, where the provider can be talked to. */
const WHERE_REACHED: ReadonlySet<TaskKind> = new Set<TaskKind>(['chase-refund', 'call-back', 'pay-arrears', 'reactivate-line', 'unfreeze-line', 'restore-texts', 'ask-refund', 'ask-refund-rule', 'ask-provider-rules', 'line-still-alive', 'ask-deletion-again', 'dispute-charge'])

/**
 * Whether a task opens the call sheet.
 * @param isReached the provider has a phone or a chat
 */
export function hasCallSheet(kind: TaskKind, isReached: boolean): boolean {
  return ALWAYS.has(kind) || (isReached && WHERE_REACHED.has(kind))
}

/** Tasks that can be helped along by one message to support. */
const MESSAGED: ReadonlySet<TaskKind> = new Set<TaskKind>(['ask-refund', 'ask-refund-rule', 'chase-refund', 'confirm-deletion', 'ask-deletion-again', 'no-more-charges', 'dispute-charge'])

/** What a message about a task of this kind is for; null where none helps. */
export function messageAim(kind: TaskKind): Aim | null {
  return MESSAGED.has(kind) ? aimOf(kind) : null
}
