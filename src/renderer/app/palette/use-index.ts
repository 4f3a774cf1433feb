import type { Language } from '../../../core/records/settings'
import type { TaskKind } from '../../../core/plan/codes'
import type { Offer, SearchIndex } from '../../../core/search/search-index'
import type { ComputedRef } from 'vue'
import { computed, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { createIndexer } from '../../../core/search/search-index'
import { useUntether } from '../untether'

type PinyinOf = (text: string) => readonly string[]

/** One for the window: what was made for the last opening is there for the next. */
const indexer = createIndexer()
const HAN = /\p{Script=Han}/u
const pinyinOf = shallowRef<PinyinOf>(() => [])
let loading: Promise<void> | null = null

/** The dictionary is large; until it has come, the user's own Chinese words are found by their characters. */
function loadPinyin(): Promise<void> {
  loading ??= import('../../../core/search/search-keys').then(({ searchKeys }) => {
    pinyinOf.value = text => HAN.test(text) ? searchKeys([text]) : []
  })
  return loading
}

const taskWords = new Map<Language, (kind: TaskKind) => string>()

/** Everything that can be found, kept up with the record while find or do is open. */
export function useIndex(offers: ComputedRef<readonly Offer[]>): ComputedRef<SearchIndex> {
  const { t, locale } = useI18n()
  const { catalog, facts, plans } = useUntether()
  void loadPinyin()

  /** One function for each language: another one would have the index made anew. */
  function wordsIn(language: Language): (kind: TaskKind) => string {
    const known = taskWords.get(language) ?? (kind => t(`words.task.${kind}`, BLANKS))
    taskWords.set(language, known)
    return known
  }

  return computed(() => indexer({ facts: facts.value, catalog, plans: plans.value, offers: offers.value, pinyinOf: pinyinOf.value, taskWords: wordsIn(locale.value as Language) }))
}

/** Whatever a text would name, it names nothing here. */
const BLANKS = new Proxy({}, { get: () => '', has: () => true }) as Record<string, string>
