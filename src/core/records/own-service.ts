import * as z from 'zod/mini'
import { lossRisks, phoneRoles, secondFactors, serviceCategories } from '../catalog/service-codes'
import { domainSchema, linkSchema, nameSchema, noteSchema } from '../catalog/text'
import { daySchema } from '../lib/day'
import { lineSchema } from '../lib/text'
import { baseShape, catalogIdSchema } from './base'
import { MOST_SOURCES, MOST_STEPS } from './guide'

/** Most domains and other names of one service, and the longest of those names in UTF-16 units. */
export const MOST_DOMAINS = 20
export const MOST_ALIASES = 30
export const ALIAS_MAX = 40

export const OLD_NUMBER_ANSWERS = ['unknown', 'yes', 'no'] as const

/** What one person knows of a service. Texts the user typed are the same in both languages; those left as shipped keep both. */
export const serviceEntrySchema = z.strictObject({
  name: nameSchema,
  category: z.enum(serviceCategories),
  /** How bad it is to lose the account. */
  lossRisk: z.enum(lossRisks),
  /** Where one signs in; may be empty. */
  domains: z.array(domainSchema).check(z.maxLength(MOST_DOMAINS)),
  /** Other names that people type. */
  aliases: z.array(lineSchema(ALIAS_MAX)).check(z.maxLength(MOST_ALIASES)),
  /** Where the number is changed. */
  page: z.nullable(linkSchema),
  /** What it uses a number for; empty = unknown. */
  roles: z.array(z.enum(phoneRoles)).check(z.maxLength(phoneRoles.length)),
  /** null = not known; empty = it offers none. */
  secondFactors: z.nullable(z.array(z.enum(secondFactors)).check(z.maxLength(secondFactors.length))),
  /** Does changing the number ask for a code on the old one? */
  needsOldNumber: z.enum(OLD_NUMBER_ANSWERS),
  /** In order; may be empty. */
  steps: z.array(noteSchema).check(z.maxLength(MOST_STEPS)),
  /** What to mind. */
  riskNote: z.nullable(noteSchema),
  /** What to do once the old number is gone. */
  withoutOldNumber: z.nullable(noteSchema),
  /** Where it was read; empty = the user's own knowledge. */
  sources: z.array(linkSchema).check(z.maxLength(MOST_SOURCES)),
  checkedOn: daySchema,
})
export type ServiceEntry = z.infer<typeof serviceEntrySchema>

/** A service that the user has added, or a shipped one as the user has corrected it. At most one for each service. */
export const ownServiceSchema = z.strictObject({
  ...baseShape,
  /** Of the catalogue, or `own-…` where only the user knows the service. */
  serviceId: catalogIdSchema,
  entry: serviceEntrySchema,
  /** By the user's own hand, or taken from a file that nobody has checked. */
  origin: z.enum(['written', 'file']),
  /** Day on which the shipped entry had been checked when it was corrected; null = none was shipped. */
  shippedOn: z.nullable(daySchema),
})
export type OwnService = z.infer<typeof ownServiceSchema>
