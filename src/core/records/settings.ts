import * as z from 'zod/mini'
import { MOST_VIEWS, savedViewSchema, viewSchema } from '../bindings/view'
import { CATEGORIES } from './account'
import { catalogIdSchema, idSchema, instantSchema } from './base'

export const LANGUAGES = ['en', 'zh-CN'] as const
export type Language = typeof LANGUAGES[number]
export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = typeof THEMES[number]

/** The one settings record; its id is the word `settings`. */
export const settingsSchema = z.strictObject({
  id: z.literal('settings'),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  /** null until the user chose; the system's language is used meanwhile. */
  language: z.nullable(z.enum(LANGUAGES)),
  theme: z.enum(THEMES),
  /** First start is over: a number was added or the sample opened. */
  isStarted: z.boolean(),
  /** How the table of all bindings was left; not there until it was changed. */
  bindingsView: z.optional(viewSchema),
  /** Views of it that the user named. */
  savedViews: z.optional(z.array(savedViewSchema).check(z.maxLength(MOST_VIEWS))),
  /** Suggestions that do not come again, by the id of their number. */
  dismissedSuggestions: z.optional(z.record(idSchema, z.strictObject({
    services: z.array(catalogIdSchema),
    categories: z.array(z.enum(CATEGORIES)),
  }))),
})
export type Settings = z.infer<typeof settingsSchema>

export const settingsDefaults: Settings = {
  id: 'settings',
  createdAt: 0,
  updatedAt: 0,
  language: null,
  theme: 'system',
  isStarted: false,
}
