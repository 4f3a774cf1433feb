import * as z from 'zod/mini'

/** Random UUID (version 4), lower case. */
export type Id = string
export const idSchema = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/))

/** An instant: epoch milliseconds, UTC. */
export const instantSchema = z.number().check(z.int(), z.gte(0), z.lte(8_640_000_000_000_000))

/** What every record carries. */
export const baseShape = {
  id: idSchema,
  createdAt: instantSchema,
  updatedAt: instantSchema,
}

/** Name of a catalogue entry: the file name of a provider or service. */
export const catalogIdSchema = z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.maxLength(80))
