import * as z from 'zod/mini'
import { lineSchema } from '../lib/text'
import { baseShape, idSchema } from './base'

/** Largest file that is kept, in bytes. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024
/** Most that all files together may take, in bytes: a backup that holds them must still open. */
export const MAX_FILES_BYTES = 150 * 1024 * 1024

/** A file the user keeps with a tick, a contact, a claim or a binding. The bytes lie apart, by the same id. */
export const attachmentSchema = z.strictObject({
  ...baseShape,
  ownerTable: z.enum(['ticks', 'contactLogs', 'refundClaims', 'bindings']),
  ownerId: idSchema,
  name: lineSchema(255),
  /** As the system names it; empty where it does not. */
  mediaType: lineSchema(100),
  /** Bytes. */
  size: z.number().check(z.int(), z.gte(0)),
  /** Lower-case hex. */
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
})
export type Attachment = z.infer<typeof attachmentSchema>
