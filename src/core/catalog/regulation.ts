import * as z from 'zod/mini'
import { source } from './source'
import { countrySchema, daySchema, idSchema, line, noteSchema } from './text'

/** What a source of a rule can support. */
export const regulationClaims = ['rule', 'date', 'practice', 'study', 'example', 'content'] as const

/** One rule, or established practice, of a country on numbers. */
export const regulationSchema = z.strictObject({
  /** Kebab-case, also the file name. */
  id: idSchema,
  /** ISO 3166. */
  country: countrySchema,
  statement: noteSchema,
  /** Figures in the statement. The key names the unit (`…Days`, `…Months`); days of the calendar are `YYYY-MM-DD`. */
  numbers: z.record(
    z.string().check(z.maxLength(60), z.regex(/^[a-z][a-z0-9]*$/i, 'is not camelCase')),
    z.union([z.int(), line(60)]),
  ),
  /** Day the rule was checked. */
  checkedOn: daySchema,
  /** No source stands behind it. */
  isUnverified: z.boolean(),
  sources: z.array(source(regulationClaims)).check(z.maxLength(40)),
}).check(
  z.refine(rule => rule.isUnverified === (rule.sources.length === 0), { error: 'must be true exactly when there is no source', path: ['isUnverified'] }),
)

export type Regulation = z.infer<typeof regulationSchema>
