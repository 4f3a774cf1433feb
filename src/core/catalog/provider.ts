import * as z from 'zod/mini'
import { cancelChannels, dialSchema, exitRoutes, MOST_GUIDE_DAYS, preconditions, providerKinds, stepSchema } from './provider-codes'
import { source } from './source'
import { countrySchema, daySchema, domainSchema, idSchema, line, linkSchema, nameSchema, noteSchema } from './text'

/** Fields of a provider that a source can support. */
export const providerClaims = [
  'status',
  'cancel',
  'refund',
  'portOut',
  'keepAlive',
  'afterCancel',
  'dataExport',
  'preconditions',
  'pitfalls',
  'support',
] as const

const days = z.nullable(z.int().check(z.nonnegative(), z.lte(MOST_GUIDE_DAYS)))

/** An amount in minor units of its currency (cents, pence; JPY has none). */
const money = z.strictObject({
  /** Whole minor units. */
  amountMinor: z.int().check(z.nonnegative(), z.lte(100_000_000)),
  /** ISO 4217. */
  currency: z.string().check(z.regex(/^[A-Z]{3}$/, 'is not an ISO 4217 currency code')),
})

/** How one provider is left: the playbook. */
export const providerSchema = z.strictObject({
  /** Kebab-case, also the file name. */
  id: idSchema,
  name: nameSchema,
  kind: z.enum(providerKinds),
  /** Where its numbers live, ISO 3166; `null` = several countries or unknown. */
  country: z.nullable(countrySchema),
  /** Sold in several countries, or no single home was stated where we read. */
  isMultiCountry: z.boolean(),
  /** Is it still in business with such numbers? */
  status: z.enum(['active', 'retired', 'unknown']),
  /** Front page; `null` = unknown, or seen only without https. */
  website: z.nullable(linkSchema),
  /** Domains, or hosts on a shared platform, that are the provider's own: what the "right domain?" check compares with. */
  ownDomains: z.array(domainSchema).check(z.maxLength(20)),
  cancel: z.strictObject({
    /** Ways to reach the provider for cancelling; empty = unknown. */
    channels: z.array(z.enum(cancelChannels)).check(z.maxLength(7)),
    /** Exit routes seen to work; empty = unknown. */
    routes: z.array(z.enum(exitRoutes)).check(z.maxLength(3)),
    /** Can the number be cancelled without talking to anybody? */
    online: z.enum(['yes', 'partial', 'no', 'unknown']),
    /** The page where it is done or explained. */
    url: z.nullable(linkSchema),
    /** Number to dial. */
    phone: z.nullable(dialSchema),
    /** In order. */
    steps: z.array(stepSchema).check(z.maxLength(30)),
  }),
  refund: z.strictObject({
    /** Does the prepaid balance come back? */
    balanceRefundable: z.enum(['yes', 'partial', 'no', 'unknown']),
    how: z.nullable(noteSchema),
    /** Days until the money is usually there. */
    typicalDays: days,
    /** `typicalDays` counts business days. */
    areBusinessDays: z.boolean(),
  }),
  portOut: z.strictObject({
    /** Can the number be taken along? `null` = unknown. */
    isPossible: z.nullable(z.boolean()),
    how: z.nullable(noteSchema),
  }),
  keepAlive: z.strictObject({
    rule: z.nullable(noteSchema),
    /** Days without use or payment after which the line or the number is lost. */
    inactivityDays: days,
    /** What holding the number costs a month; `null` = unknown, 0 = nothing. */
    monthlyCost: z.nullable(money),
  }),
  afterCancel: z.strictObject({
    /** Days in which the number can still be had back, or rests; the note says which. */
    graceDays: days,
    note: z.nullable(noteSchema),
  }),
  dataExport: z.strictObject({
    note: z.nullable(noteSchema),
  }),
  preconditions: z.array(z.enum(preconditions)).check(z.maxLength(22)),
  pitfalls: z.array(noteSchema).check(z.maxLength(30)),
  support: z.array(z.strictObject({
    channel: z.enum(['phone', 'chat', 'email', 'help-page', 'community', 'store', 'post']),
    /** What to dial or write to, or the name of the page. */
    value: line(120),
    url: z.nullable(linkSchema),
  })).check(z.maxLength(20)),
  /** `high` only where the provider's own page said it. */
  confidence: z.enum(['high', 'medium', 'low']),
  /** Day the facts were checked. */
  checkedOn: daySchema,
  /** No source stands behind it. */
  isUnverified: z.boolean(),
  sources: z.array(source(providerClaims)).check(z.maxLength(40)),
}).check(
  z.refine(provider => provider.isUnverified === (provider.sources.length === 0), { error: 'must be true exactly when there is no source', path: ['isUnverified'] }),
  z.refine(provider => !(provider.isMultiCountry && provider.country !== null), { error: 'has one country, so it cannot be several', path: ['isMultiCountry'] }),
  z.refine(provider => !provider.refund.areBusinessDays || provider.refund.typicalDays !== null, { error: 'needs a number of days', path: ['refund', 'typicalDays'] }),
)

export type { CancelChannel, Precondition, StepKind } from './provider-codes'
export type Provider = z.infer<typeof providerSchema>
export type ProviderClaim = typeof providerClaims[number]
