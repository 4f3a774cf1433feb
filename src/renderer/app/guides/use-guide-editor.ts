import type { GuideTarget } from '../../../core/actions/rows/guides'
import type { Refused } from '../../../core/actions/action'
import type { TextLanguage } from '../../../core/catalog/text'
import type { Guide, GuideEntry } from '../../../core/records/guide'
import type { ProviderRef } from '../../../core/records/number'
import type { Language } from '../../../core/records/settings'
import type { DraftStart, GuideDraft } from './guide-draft'
import type { ComputedRef, ShallowRef } from 'vue'
import { computed, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { adoptGuide } from '../../../core/actions/adopt-guide'
import { isSame } from '../../../core/actions/is-same'
import { removeGuide } from '../../../core/actions/remove-guide'
import { saveGuide } from '../../../core/actions/save-guide'
import { blankEntry, entryOf } from '../../../core/catalog/own-guide'
import { loadGuides } from '../../composables/use-guides'
import { fullName } from '../../composables/words/brand-names'
import { useOwnGuides } from '../../composables/use-own-guides'
import { useUntether } from '../untether'
import { draftOf, fieldsOf, seenIn } from './guide-draft'

export type GuideEditor = {
  /** Null until the shipped words are there. */
  draft: ShallowRef<GuideDraft | null>
  /** The guide of the user's that is being changed; null = a new one. */
  guide: ComputedRef<Guide | null>
  /** What is shipped, as the form would show it; null = nothing is. */
  shipped: ComputedRef<GuideDraft | null>
  isDirty: ComputedRef<boolean>
  /** Fills the form with what is kept, or what is shipped. */
  load: () => Promise<void>
  /** Null = done. */
  save: () => Promise<Refused | null>
  adopt: (entry: GuideEntry) => Promise<Refused | null>
  remove: () => Promise<Refused | null>
}

/** The guide to a provider in the making. */
export function useGuideEditor(provider: () => ProviderRef): GuideEditor {
  const { locale } = useI18n()
  const { catalog, run, today } = useUntether()
  const { ownGuide } = useOwnGuides()
  const draft = shallowRef<GuideDraft | null>(null)
  const from = shallowRef<DraftStart | null>(null)
  const shippedEntry = shallowRef<GuideEntry | null>(null)
  const guide = computed(() => ownGuide(provider()))
  const language = (): TextLanguage => locale.value === 'zh-CN' ? 'zh' : 'en'

  function target(): GuideTarget {
    const ref = provider()
    return ref.kind === 'catalog' ? { providerId: ref.id } : { ownName: ref.name }
  }

  async function readShipped(): Promise<GuideEntry | null> {
    const ref = provider()
    const facts = ref.kind === 'catalog' ? catalog.shippedProvider(ref.id) : undefined
    const words = facts && (await loadGuides()).providers[facts.id]
    return facts && words ? entryOf(facts, words) : null
  }

  function formOf(entry: GuideEntry): GuideDraft {
    const ref = provider()
    const isShippedName = ref.kind === 'catalog' && isSame(entry.name, catalog.shippedProvider(ref.id)?.name)
    return draftOf(entry, language(), isShippedName ? fullName({ id: ref.id, name: entry.name }, locale.value as Language) : undefined)
  }

  async function load(): Promise<void> {
    shippedEntry.value = await readShipped()
    const ref = provider()
    const name = ref.kind === 'own' ? ref.name : ref.id
    // A correction is looked up on the day it is made.
    const entry = guide.value?.entry ?? (shippedEntry.value ? { ...shippedEntry.value, checkedOn: today.value } : blankEntry(name, today.value))
    draft.value = formOf(entry)
    from.value = { entry, draft: draft.value }
  }

  const isDirty = computed(() => draft.value !== null && from.value !== null && seenIn(draft.value) !== seenIn(from.value.draft))

  return {
    draft,
    guide,
    shipped: computed(() => shippedEntry.value && formOf(shippedEntry.value)),
    isDirty,
    load,
    async save() {
      if (!draft.value || !from.value)
        return null
      const outcome = await run(saveGuide, { target: target(), fields: fieldsOf(draft.value, from.value, language()), catalog }, { isQuiet: true })
      return outcome.ok || outcome.refused === 'already-so' ? null : outcome
    },
    async adopt(entry) {
      const outcome = await run(adoptGuide, { target: target(), entry, catalog }, { isQuiet: true })
      return outcome.ok || outcome.refused === 'already-so' ? null : outcome
    },
    async remove() {
      if (!guide.value)
        return null
      const outcome = await run(removeGuide, { providerId: guide.value.providerId, catalog }, { isQuiet: true })
      return outcome.ok ? null : outcome
    },
  }
}
