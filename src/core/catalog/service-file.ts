import type { Day } from '../lib/day'
import type { OwnService, ServiceEntry } from '../records/own-service'
import type { GuideFileFault } from './guide-file'
import * as z from 'zod/mini'
import { checkGiven } from '../actions/checks/check'
import { serviceChecks } from '../actions/checks/service-checks'
import { catalogIdSchema } from '../records/base'
import { serviceEntrySchema } from '../records/own-service'
import { MAX_GUIDE_BYTES } from './guide-file'
import { fieldOf, readJson } from './json-file'

/** What a service in a file is called by. */
export const SERVICE_FORMAT = 'untether-service'
export const SERVICE_VERSION = 1
/** How deep a file of ours is nested, with room to spare. */
const MAX_DEPTH = 12

/** Why a file is not taken. `field`: where in the entry. */
export type ServiceFileFault = { fault: Exclude<GuideFileFault['fault'], 'not-a-guide'> | 'not-a-service', field?: string }

/** A service read from a file: clean, but nobody's word for it. */
export type ReadService = { serviceId: string | null, entry: ServiceEntry }

const anyText = z.string().check(z.maxLength(20_000))
const anyWords = z.union([anyText, z.strictObject({ en: anyText, zh: z.nullable(anyText) })])

/** The entry before its words are made clean: kinds as they must be, any text. */
const rawEntry = z.strictObject({
  ...serviceEntrySchema.shape,
  name: z.strictObject({ en: anyText, zh: z.nullable(anyText) }),
  domains: z.array(anyText).check(z.maxLength(200)),
  aliases: z.array(anyText).check(z.maxLength(200)),
  page: z.nullable(anyText),
  steps: z.array(anyWords).check(z.maxLength(200)),
  riskNote: z.nullable(anyWords),
  withoutOldNumber: z.nullable(anyWords),
  sources: z.array(anyText).check(z.maxLength(200)),
})

const head = z.object({ format: z.literal(SERVICE_FORMAT), version: z.int().check(z.gte(1)) })
const file = z.strictObject({ format: z.literal(SERVICE_FORMAT), version: z.literal(SERVICE_VERSION), id: z.nullable(catalogIdSchema), service: rawEntry })

/** The file of one service: JSON that people can read. It says nothing of the user or their accounts. */
export function writeServiceFile({ serviceId, entry }: Pick<OwnService, 'serviceId' | 'entry'>): string {
  return `${JSON.stringify({ format: SERVICE_FORMAT, version: SERVICE_VERSION, id: serviceId, service: entry }, null, 2)}\n`
}

/**
 * Reads a file from anywhere. Never throws. Markup stays plain text; what cannot be seen is taken out; a link that is not https refuses the file.
 * @param text at most `MAX_GUIDE_BYTES` long, decoded
 * @param today the latest day on which it can have been checked
 */
export function readServiceFile(text: string, today: Day): ReadService | ServiceFileFault {
  const found = readJson(text, { maxBytes: MAX_GUIDE_BYTES, maxDepth: MAX_DEPTH })
  return 'fault' in found ? found : serviceIn(found.value, today)
}

function serviceIn(value: unknown, today: Day): ReadService | ServiceFileFault {
  const mark = head.safeParse(value)
  if (!mark.success)
    return { fault: 'not-a-service' }
  if (mark.data.version > SERVICE_VERSION)
    return { fault: 'newer' }
  const read = file.safeParse(value)
  if (!read.success)
    return { fault: 'wrong-field', field: fieldOf(read.error.issues[0], 'service') }
  const checked = checkGiven(serviceChecks({ today }), read.data.service)
  if ('refused' in checked)
    return { fault: 'wrong-field', field: checked.field ?? 'service' }
  const entry = serviceEntrySchema.safeParse(checked.clean)
  return entry.success ? { serviceId: read.data.id, entry: entry.data } : { fault: 'wrong-field', field: fieldOf(entry.error.issues[0], 'service') }
}
