import type { Text } from '../../catalog/text'
import type { Checked, Insisted } from './check'
import { linkSchema } from '../../catalog/text'
import { cleanLine } from '../../lib/text'
import { GUIDE_NAME_MAX, GUIDE_TEXT_MAX, MOST_SOURCES } from '../../records/guide'
import { checkLine } from './check'

/** Words of the user's own, which stand in both languages; or words that were there before, kept in both. */
export type Words = string | Text

/** Blank words are none. Words that were there before are not judged again. */
export function checkWords(given: Words | null, context: Insisted, max = GUIDE_TEXT_MAX): Checked<Text | null> {
  if (given === null)
    return { value: null }
  const [en, zh] = typeof given === 'string' ? [given, given] : [given.en, given.zh]
  const judged = typeof given === 'string' ? context : { insisted: [en, zh ?? ''] }
  const first = checkLine(en, judged, max)
  const second = zh === null ? { value: null } : checkLine(zh, judged, max)
  if ('refused' in first)
    return first
  if ('refused' in second)
    return second
  const said = first.value || second.value || ''
  return { value: said === '' ? null : { en: first.value || said, zh: second.value === '' ? said : second.value } }
}

export function checkName(given: Words, context: Insisted): Checked<Text> {
  const checked = checkWords(given, context, GUIDE_NAME_MAX)
  if ('refused' in checked)
    return checked
  return checked.value === null ? { refused: 'name-needed' } : { value: checked.value }
}

export function checkSources(given: readonly string[]): Checked<string[]> {
  const checked = checkList(given, MOST_SOURCES, 'sources', checkLinkOrNull)
  return 'refused' in checked ? checked : { value: [...new Set(checked.value)] }
}

/** Each item clean, those that are nothing left out. */
export function checkList<Item, Value>(given: readonly Item[], max: number, field: string, check: (item: Item) => Checked<Value | null>): Checked<Value[]> {
  const kept: Value[] = []
  for (const [place, item] of given.entries()) {
    const checked = check(item)
    if ('refused' in checked)
      return { field: `${field}.${place}`, ...checked }
    if (checked.value !== null)
      kept.push(checked.value)
  }
  return kept.length > max ? { refused: 'too-many', params: { max } } : { value: kept }
}

/** An https address; blank is none. */
export function checkLinkOrNull(text: string | null): Checked<string | null> {
  const link = cleanLine(text ?? '')
  if (link === '')
    return { value: null }
  return linkSchema.safeParse(link).success ? { value: link } : { refused: 'not-a-link' }
}
