import * as z from 'zod/mini'
import { cancelChannels, dialSchema, exitRoutes, MOST_GUIDE_DAYS, preconditions, providerKinds, stepSchema } from '../catalog/provider-codes'
import { countrySchema, linkSchema, nameSchema, noteSchema } from '../catalog/text'
import { daySchema } from '../lib/day'
import { lineSchema } from '../lib/text'
import { baseShape, catalogIdSchema } from './base'

/** Most steps, pitfalls and sources of one guide. */
export const MOST_STEPS = 30
export const MOST_PITFALLS = 30
export const MOST_SOURCES = 10
/** Longest name, opening hours and other text of a guide, in UTF-16 units. */
export const GUIDE_NAME_MAX = 80
export const GUIDE_HOURS_MAX = 80
export const GUIDE_TEXT_MAX = 1000

export const REFUND_ANSWERS = ['unknown', 'yes', 'partial', 'no'] as const
export const PORT_ANSWERS = ['unknown', 'yes', 'no'] as const

const days = z.nullable(z.int().check(z.nonnegative(), z.lte(MOST_GUIDE_DAYS)))

/** How to leave a provider, as one person wrote it down. Texts the user typed are the same in both languages; those left as shipped keep both. */
export const guideEntrySchema = z.strictObject({
  name: nameSchema,
  kind: z.enum(providerKinds),
  /** ISO 3166; null = several or unknown. */
  country: z.nullable(countrySchema),
  /** Empty = unknown. */
  channels: z.array(z.enum(cancelChannels)).check(z.maxLength(cancelChannels.length)),
  /** Empty = unknown. */
  routes: z.array(z.enum(exitRoutes)).check(z.maxLength(exitRoutes.length)),
  /** Where it is done or explained. */
  page: z.nullable(linkSchema),
  phone: z.nullable(dialSchema),
  /** When the telephone is answered; may be empty. */
  hours: lineSchema(GUIDE_HOURS_MAX),
  /** In order; may be empty. */
  steps: z.array(stepSchema).check(z.maxLength(MOST_STEPS)),
  refund: z.enum(REFUND_ANSWERS),
  refundHow: z.nullable(noteSchema),
  refundDays: days,
  portOut: z.enum(PORT_ANSWERS),
  portOutHow: z.nullable(noteSchema),
  keepAliveRule: z.nullable(noteSchema),
  keepAliveDays: days,
  preconditions: z.array(z.enum(preconditions)).check(z.maxLength(preconditions.length)),
  pitfalls: z.array(noteSchema).check(z.maxLength(MOST_PITFALLS)),
  /** What follows after the end: who deletes what, and when. */
  afterCancel: z.nullable(noteSchema),
  /** Where it was read. */
  sources: z.array(linkSchema).check(z.maxLength(MOST_SOURCES)),
  checkedOn: daySchema,
})
export type GuideEntry = z.infer<typeof guideEntrySchema>

/** The user's own guide to a provider, or a shipped one as the user has corrected it. At most one for each provider. */
export const guideSchema = z.strictObject({
  ...baseShape,
  /** Of the catalogue, or `own-…` where only the user knows the provider. */
  providerId: catalogIdSchema,
  entry: guideEntrySchema,
  /** By the user's own hand, or taken from a file that nobody has checked. */
  origin: z.enum(['written', 'file']),
  /** Day on which the shipped guide had been checked when it was corrected; null = none was shipped. */
  shippedOn: z.nullable(daySchema),
})
export type Guide = z.infer<typeof guideSchema>
