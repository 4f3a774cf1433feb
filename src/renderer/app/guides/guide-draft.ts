import type { Words } from '../../../core/actions/checks/entry-checks'
import type { GuideFields } from '../../../core/actions/checks/guide-checks'
import type { StepKind } from '../../../core/catalog/provider-codes'
import type { Text, TextLanguage } from '../../../core/catalog/text'
import type { GuideEntry } from '../../../core/records/guide'
import { textIn } from '../../../core/catalog/text'

/** One line of a list, with a name of its own so that it keeps its field when the list is put in another order. */
export type DraftLine = { key: number, text: string, was: Text | null }
export type DraftStep = DraftLine & { kind: StepKind | '' }

/** A guide as the form holds it: text as typed, blank = none. */
export type GuideDraft = Pick<GuideEntry, 'kind' | 'channels' | 'routes' | 'hours' | 'refund' | 'portOut' | 'preconditions'> & {
  name: string
  country: string
  page: string
  phone: string
  steps: readonly DraftStep[]
  refundHow: string
  refundDays: string
  portOutHow: string
  keepAliveRule: string
  keepAliveDays: string
  pitfalls: readonly DraftLine[]
  afterCancel: string
  sources: readonly DraftLine[]
  checkedOn: string | null
}

/** What a form began with. */
export type DraftStart = { entry: GuideEntry, draft: GuideDraft }

let keys = 0

/** A new line of a list. */
export function draftLine(text = '', was: Text | null = null): DraftLine {
  return { key: ++keys, text, was }
}

/**
 * The form of a guide, in the language on screen.
 * @param name what the provider is called there, where that is not what the guide says: brands keep their own name in Chinese
 */
export function draftOf(entry: GuideEntry, language: TextLanguage, name = textIn(entry.name, language)): GuideDraft {
  const said = (text: Text | null): string => text ? textIn(text, language) : ''
  const days = (count: number | null): string => count === null ? '' : String(count)
  const { kind, channels, routes, hours, refund, portOut, preconditions } = entry
  return {
    kind,
    channels,
    routes,
    hours,
    refund,
    portOut,
    preconditions,
    name,
    country: entry.country ?? '',
    page: entry.page ?? '',
    phone: entry.phone ?? '',
    steps: entry.steps.map(step => ({ ...draftLine(said(step.text), step.text), kind: step.kind ?? '' })),
    refundHow: said(entry.refundHow),
    refundDays: days(entry.refundDays),
    portOutHow: said(entry.portOutHow),
    keepAliveRule: said(entry.keepAliveRule),
    keepAliveDays: days(entry.keepAliveDays),
    pitfalls: entry.pitfalls.map(pitfall => draftLine(said(pitfall), pitfall)),
    afterCancel: said(entry.afterCancel),
    sources: entry.sources.map(url => draftLine(url)),
    checkedOn: entry.checkedOn,
  }
}

/** What the form says. Words that were not touched keep what they are called in the other language. */
export function fieldsOf(draft: GuideDraft, from: DraftStart, language: TextLanguage): GuideFields {
  const words = (text: string, was: Text | null): Words => was !== null && textIn(was, language) === text ? was : text
  const days = (text: string): number | null => text.trim() === '' ? null : /^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN
  const { kind, channels, routes, hours, refund, portOut, preconditions } = draft
  return {
    kind,
    channels: [...channels],
    routes: [...routes],
    hours,
    refund,
    portOut,
    preconditions: [...preconditions],
    name: draft.name === from.draft.name ? from.entry.name : draft.name,
    country: draft.country || null,
    page: draft.page,
    phone: draft.phone,
    steps: draft.steps.map(({ kind, text, was }) => ({ kind: kind || null, text: words(text, was) })),
    refundHow: words(draft.refundHow, from.entry.refundHow),
    refundDays: days(draft.refundDays),
    portOutHow: words(draft.portOutHow, from.entry.portOutHow),
    keepAliveRule: words(draft.keepAliveRule, from.entry.keepAliveRule),
    keepAliveDays: days(draft.keepAliveDays),
    pitfalls: draft.pitfalls.map(({ text, was }) => words(text, was)),
    afterCancel: words(draft.afterCancel, from.entry.afterCancel),
    sources: draft.sources.map(({ text }) => text),
    checkedOn: draft.checkedOn ?? '',
  }
}

/** What a person would see in it: two drafts that look the same are the same. */
export function seenIn(draft: GuideDraft): string {
  const texts = (lines: readonly DraftLine[]): string[] => lines.map(({ text }) => text)
  return JSON.stringify({ ...draft, steps: draft.steps.map(({ kind, text }) => [kind, text]), pitfalls: texts(draft.pitfalls), sources: texts(draft.sources) })
}
