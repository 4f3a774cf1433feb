import type { Guide, GuideEntry } from '../records/guide'
import type { Day } from '../lib/day'
import type { JsonFault } from './json-file'
import * as z from 'zod/mini'
import { checkGiven } from '../actions/checks/check'
import { guideChecks } from '../actions/checks/guide-checks'
import { guideEntrySchema } from '../records/guide'
import { catalogIdSchema } from '../records/base'
import { fieldOf, readJson } from './json-file'
import { stepKinds } from './provider-codes'

/** What a guide in a file is called by. */
export const GUIDE_FORMAT = 'untether-guide'
export const GUIDE_VERSION = 1
/** Largest file that is read, in bytes. */
export const MAX_GUIDE_BYTES = 256 * 1024
/** How deep a file of ours is nested, with room to spare. */
const MAX_DEPTH = 12

/** Why a file is not taken. `field`: where in the guide; `max`: what would be allowed. */
export type GuideFileFault = {
  fault: JsonFault | 'not-text' | 'not-a-guide' | 'newer' | 'wrong-field'
  /** For `wrong-field`: the name that stands in the file. */
  field?: string
}

/** A guide read from a file: clean, but nobody's word for it. */
export type ReadGuide = { providerId: string | null, entry: GuideEntry }

const anyText = z.string().check(z.maxLength(20_000))
const anyWords = z.union([anyText, z.strictObject({ en: anyText, zh: z.nullable(anyText) })])
const { shape } = guideEntrySchema

/** The entry before its words are made clean: kinds and numbers as they must be, any text. */
const rawEntry = z.strictObject({
  ...shape,
  name: anyWords,
  page: z.nullable(anyText),
  phone: z.nullable(anyText),
  hours: anyText,
  steps: z.array(z.strictObject({ kind: z.nullable(z.enum(stepKinds)), text: anyWords })).check(z.maxLength(200)),
  refundHow: z.nullable(anyWords),
  portOutHow: z.nullable(anyWords),
  keepAliveRule: z.nullable(anyWords),
  pitfalls: z.array(anyWords).check(z.maxLength(200)),
  afterCancel: z.nullable(anyWords),
  sources: z.array(anyText).check(z.maxLength(200)),
})

const head = z.object({ format: z.literal(GUIDE_FORMAT), version: z.int().check(z.gte(1)) })
const file = z.strictObject({ format: z.literal(GUIDE_FORMAT), version: z.literal(GUIDE_VERSION), provider: z.nullable(catalogIdSchema), guide: rawEntry })

/** The file of one guide: JSON that people can read. It says nothing of the user or their numbers. */
export function writeGuideFile({ providerId, entry }: Pick<Guide, 'providerId' | 'entry'>): string {
  return `${JSON.stringify({ format: GUIDE_FORMAT, version: GUIDE_VERSION, provider: providerId, guide: entry }, null, 2)}\n`
}

/**
 * Reads a file from anywhere. Never throws. Markup stays plain text; what cannot be seen is taken out; a link that is not https refuses the file.
 * @param text at most `MAX_GUIDE_BYTES` long, decoded
 * @param today the latest day on which it can have been checked
 */
export function readGuideFile(text: string, today: Day): ReadGuide | GuideFileFault {
  const found = readJson(text, { maxBytes: MAX_GUIDE_BYTES, maxDepth: MAX_DEPTH })
  return 'fault' in found ? found : guideIn(found.value, today)
}

function guideIn(value: unknown, today: string): ReadGuide | GuideFileFault {
  const mark = head.safeParse(value)
  if (!mark.success)
    return { fault: 'not-a-guide' }
  if (mark.data.version > GUIDE_VERSION)
    return { fault: 'newer' }
  const read = file.safeParse(value)
  if (!read.success)
    return { fault: 'wrong-field', field: fieldOf(read.error.issues[0], 'guide') }
  const checked = checkGiven(guideChecks({ today }), read.data.guide)
  if ('refused' in checked)
    return { fault: 'wrong-field', field: checked.field ?? 'guide' }
  const entry = guideEntrySchema.safeParse(checked.clean)
  if (!entry.success)
    return { fault: 'wrong-field', field: fieldOf(entry.error.issues[0], 'guide') }
  return { providerId: read.data.provider, entry: entry.data }
}
