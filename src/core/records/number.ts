import * as z from 'zod/mini'
import { daySchema } from '../lib/day'
import { moneySchema } from '../lib/money'
import { lineSchema, noteSchema } from '../lib/text'
import { baseShape, catalogIdSchema } from './base'

/** How the line stands at the provider. `unknown` is not offered: a number is logged as active until told otherwise. */
export const LINE_STATUSES = ['active', 'suspended', 'in-arrears', 'frozen', 'porting', 'cancelled', 'ported-out', 'lapsed', 'provider-retired'] as const
/** How the user means to leave, or `keep`. */
export const EXIT_ROUTES = ['cancel', 'port-out', 'let-expire', 'keep'] as const
/** Colours a number may wear in lists; `none` follows the theme. */
export const NUMBER_COLOURS = ['none', 'sea', 'rope', 'brick', 'moss', 'plum'] as const

/** A provider of the catalogue, or one only the user knows. */
export const providerRefSchema = z.union([
  z.strictObject({ kind: z.literal('catalog'), id: catalogIdSchema }),
  z.strictObject({ kind: z.literal('own'), name: lineSchema(120) }),
])

/** A phone number the user holds. */
export const numberSchema = z.strictObject({
  ...baseShape,
  /** E.164, e.g. `+14155550134`. */
  e164: z.string().check(z.regex(/^\+[1-9]\d{5,14}$/)),
  /** The user's name for it; may be empty. */
  label: lineSchema(80),
  provider: z.nullable(providerRefSchema),
  /** ISO 3166 alpha-2 of the number plan, null where the plan belongs to no country. */
  country: z.nullable(z.string().check(z.regex(/^[A-Z]{2}$/))),
  lineStatus: z.enum(LINE_STATUSES),
  exitRoute: z.enum(EXIT_ROUTES),
  targetExitOn: z.nullable(daySchema),
  activatedOn: z.nullable(daySchema),
  /** Last day the line is paid for. */
  paidThroughOn: z.nullable(daySchema),
  /** Last call or text that counts as use. */
  lastActivityOn: z.nullable(daySchema),
  /** Days without use after which the provider may take the number back; null = no such rule known. */
  keepAliveDays: z.nullable(z.number().check(z.int(), z.gte(1), z.lte(3650))),
  /** What the line costs; null = not known. */
  recurringCost: z.nullable(z.strictObject({
    money: moneySchema,
    period: z.enum(['month', '30-days', 'year']),
    /** null = not known. */
    isAutoRenewed: z.nullable(z.boolean()),
  })),
  /** Login name at the provider. Never a password. */
  providerLogin: lineSchema(),
  simNote: lineSchema(),
  tags: z.array(lineSchema(40)).check(z.maxLength(20)),
  colour: z.enum(NUMBER_COLOURS),
  notes: noteSchema(),
  /** Part of the sample data that one click removes. */
  isSample: z.boolean(),
  /** When the exit was finished and the number archived; null while it is not. */
  closedAt: z.nullable(baseShape.createdAt),
})
export type PhoneNumber = z.infer<typeof numberSchema>
export type LineStatus = PhoneNumber['lineStatus']
export type ExitRoute = PhoneNumber['exitRoute']
export type ProviderRef = z.infer<typeof providerRefSchema>

/** A number as first logged: active, to be cancelled some day, everything else unknown. */
export const numberDefaults = {
  label: '',
  provider: null,
  country: null,
  lineStatus: 'active',
  exitRoute: 'cancel',
  targetExitOn: null,
  activatedOn: null,
  paidThroughOn: null,
  lastActivityOn: null,
  keepAliveDays: null,
  recurringCost: null,
  providerLogin: '',
  simNote: '',
  tags: [],
  colour: 'none',
  notes: '',
  isSample: false,
  closedAt: null,
} satisfies Omit<PhoneNumber, 'id' | 'createdAt' | 'updatedAt' | 'e164'>

/** Last four digits, as every list names a number: `#0134`. */
export function last4(e164: string): string {
  return e164.slice(-4)
}
