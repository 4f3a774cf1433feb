import type { Words } from '../../../core/actions/checks/entry-checks'
import type { ServiceFields } from '../../../core/actions/checks/service-checks'
import type { Text, TextLanguage } from '../../../core/catalog/text'
import type { ServiceEntry } from '../../../core/records/own-service'
import type { DraftLine } from '../guides/guide-draft'
import { textIn } from '../../../core/catalog/text'
import { draftLine } from '../guides/guide-draft'

/** A service as the form holds it: text as typed, blank = none. */
export type ServiceDraft = Pick<ServiceEntry, 'category' | 'lossRisk' | 'roles' | 'needsOldNumber'> & {
  name: string
  nameZh: string
  /** One after the other, parted by commas. */
  domains: string
  aliases: string
  page: string
  factors: NonNullable<ServiceEntry['secondFactors']>
  steps: readonly DraftLine[]
  riskNote: string
  withoutOldNumber: string
  sources: readonly DraftLine[]
  checkedOn: string | null
}

/** What a form began with. */
export type ServiceStart = { entry: ServiceEntry, draft: ServiceDraft }

/** The form of a service, in the language on screen. */
export function serviceDraftOf(entry: ServiceEntry, language: TextLanguage): ServiceDraft {
  const said = (text: Text | null): string => text ? textIn(text, language) : ''
  return {
    category: entry.category,
    lossRisk: entry.lossRisk,
    roles: entry.roles,
    needsOldNumber: entry.needsOldNumber,
    name: entry.name.en,
    nameZh: entry.name.zh ?? '',
    domains: entry.domains.join(', '),
    aliases: entry.aliases.join(', '),
    page: entry.page ?? '',
    factors: entry.secondFactors ?? [],
    steps: entry.steps.map(step => draftLine(said(step), step)),
    riskNote: said(entry.riskNote),
    withoutOldNumber: said(entry.withoutOldNumber),
    sources: entry.sources.map(url => draftLine(url)),
    checkedOn: entry.checkedOn,
  }
}

/** What the form says. Words that were not touched keep what they are called in the other language. */
export function serviceFieldsOf(draft: ServiceDraft, { entry }: ServiceStart, language: TextLanguage): ServiceFields {
  const words = (text: string, was: Text | null): Words => was !== null && textIn(was, language) === text ? was : text
  return {
    category: draft.category,
    lossRisk: draft.lossRisk,
    roles: [...draft.roles],
    needsOldNumber: draft.needsOldNumber,
    name: { en: draft.name, zh: draft.nameZh },
    domains: partsOf(draft.domains),
    aliases: partsOf(draft.aliases),
    page: draft.page,
    // None ticked means unknown, unless it was known already that there are none.
    secondFactors: draft.factors.length === 0 && entry.secondFactors?.length !== 0 ? null : [...draft.factors],
    steps: draft.steps.map(({ text, was }) => words(text, was)),
    riskNote: words(draft.riskNote, entry.riskNote),
    withoutOldNumber: words(draft.withoutOldNumber, entry.withoutOldNumber),
    sources: draft.sources.map(({ text }) => text),
    checkedOn: draft.checkedOn ?? '',
  }
}

/** What a person would see in it: two drafts that look the same are the same. */
export function seenInService(draft: ServiceDraft): string {
  const texts = (lines: readonly DraftLine[]): string[] => lines.map(({ text }) => text)
  return JSON.stringify({ ...draft, steps: texts(draft.steps), sources: texts(draft.sources) })
}

/** Commas of both scripts, semicolons and new lines part a list. */
function partsOf(text: string): string[] {
  return text.split(/[,，、;；\n]/)
}
