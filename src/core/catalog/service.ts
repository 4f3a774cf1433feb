import * as z from 'zod/mini'
import { isSafePattern } from './patterns'
import { changeUrlKinds, lossRisks, phoneRoles, secondFactors, serviceCategories } from './service-codes'
import { source } from './source'
import { daySchema, domainSchema, idSchema, line, linkSchema, nameSchema, noteSchema } from './text'

/** Fields of a service that a source can support. */
export const serviceClaims = [
  'phoneRoles',
  'secondFactors',
  'changeUrl',
  'deleteUrl',
  'deleteDifficulty',
  'unbindSteps',
  'riskNote',
  'shortCodes',
  'bodyPatterns',
  'cooldown',
  'needsOldNumber',
  'withoutOldNumber',
] as const

/** How the service's texts look. */
export const smsSchema = z.strictObject({
  /** Short numbers it sends from (US only); a hint, no proof. */
  shortCodes: z.array(z.string().check(z.regex(/^\d{3,8}$/, 'is not a short code'))).check(z.maxLength(20)),
  /** Names it sends under. */
  senderNames: z.array(line(40)).check(z.maxLength(20)),
  /** For `new RegExp(pattern, 'iu')`. */
  bodyPatterns: z.array(line(150).check(z.refine(isSafePattern, 'is not a safe expression'))).check(z.maxLength(20)),
})

/** A site or app that a number can be bound to. */
export const serviceSchema = z.strictObject({
  /** Kebab-case, also the file name. */
  id: idSchema,
  name: nameSchema,
  category: z.enum(serviceCategories),
  /** Where one signs in; empty where it has no site of its own. */
  domains: z.array(domainSchema).check(z.maxLength(20)),
  /** Further domains, or hosts on a shared platform, that are the service's own (help pages and the like). */
  ownDomains: z.array(domainSchema).check(z.maxLength(20)),
  /** Other names that people type. */
  aliases: z.array(line(40)).check(z.maxLength(30)),
  /** What it may use a number for. */
  phoneRoles: z.array(z.enum(phoneRoles)).check(z.maxLength(5)),
  /** `null` = not known; empty = it offers none by choice, yet may text a code. */
  secondFactors: z.nullable(z.array(z.enum(secondFactors)).check(z.maxLength(7))),
  /** Where the number is changed, or how is explained. */
  changeUrl: z.nullable(linkSchema),
  changeUrlKind: z.nullable(z.enum(changeUrlKinds)),
  /** Where the account is deleted. */
  deleteUrl: z.nullable(linkSchema),
  deleteDifficulty: z.nullable(z.enum(['easy', 'medium', 'hard', 'limited', 'impossible'])),
  /** The service's own path, in order; `null` = not known. */
  unbindSteps: z.nullable(z.array(noteSchema).check(z.minLength(1), z.maxLength(30))),
  /** Our judgement. */
  lossRisk: z.enum(lossRisks),
  riskNote: z.nullable(noteSchema),
  sms: smsSchema,
  /** Slug in simple-icons; `null` = none, or a wordmark too wide to read at 16 px. */
  icon: z.nullable(z.string().check(z.maxLength(40), z.regex(/^[a-z0-9_]+$/, 'is not an icon slug'))),
  /** A rest after the change; never show the days without the note. */
  cooldown: z.nullable(z.strictObject({
    /** May be a fraction: 0.5 = 12 hours. */
    days: z.number().check(z.nonnegative(), z.lte(365)),
    note: noteSchema,
    /** Does it hold something up after an ordinary change? `false` where it only follows a recovery or warns. */
    isBlocking: z.boolean(),
  })),
  /** Does the ordinary way ask for something only the old number receives? `null` = unknown: order it as if `true`. */
  needsOldNumber: z.nullable(z.boolean()),
  /** What to do, or what happens, once the old number is gone. */
  withoutOldNumber: z.nullable(noteSchema),
  /** Day the facts were checked. */
  checkedOn: daySchema,
  /** No source stands behind it. */
  isUnverified: z.boolean(),
  sources: z.array(source(serviceClaims)).check(z.maxLength(40)),
}).check(
  z.refine(service => service.isUnverified === (service.sources.length === 0), { error: 'must be true exactly when there is no source', path: ['isUnverified'] }),
  z.refine(service => (service.changeUrl === null) === (service.changeUrlKind === null), { error: 'goes with changeUrl: both or none', path: ['changeUrlKind'] }),
)

export type { LossRisk } from './service-codes'
export type Service = z.infer<typeof serviceSchema>
export type SmsPatterns = z.infer<typeof smsSchema>
