import type { Settings } from '../../../../src/core/records/settings'
import { expect, it } from 'vitest'
import { differences } from '../../../../src/core/backup/compare'
import { emptyFacts } from '../../../../src/core/records/facts'
import { settingsSchema } from '../../../../src/core/records/settings'

const settings = (theme: Settings['theme'], updatedAt: number): Settings => settingsSchema.parse({ id: 'settings', createdAt: 1, updatedAt, language: 'en', theme, isStarted: true })
const having = (row: Settings) => ({ ...emptyFacts(), settings: new Map([['settings', row]]) })

it.each(['replace', 'merge'] as const)('leaves language and look as they were chosen here (%s)', (mode) => {
  expect(differences(having(settings('dark', 1)), having(settings('light', 2)), mode)).toEqual([])
  expect(differences(having(settings('dark', 1)), emptyFacts(), mode)).toEqual([])
})

it.each(['replace', 'merge'] as const)('takes them where none are chosen here (%s)', (mode) => {
  expect(differences(emptyFacts(), having(settings('light', 2)), mode)).toEqual([{ table: 'settings', id: 'settings', before: null, after: settings('light', 2) }])
})
