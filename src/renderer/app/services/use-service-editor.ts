import type { Refused } from '../../../core/actions/action'
import type { ServiceTarget } from '../../../core/actions/rows/services'
import type { TextLanguage } from '../../../core/catalog/text'
import type { OwnService, ServiceEntry } from '../../../core/records/own-service'
import type { Committed } from '../../../data/record'
import type { ServiceDraft, ServiceStart } from './service-draft'
import type { ComputedRef, ShallowRef } from 'vue'
import { computed, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { adoptService } from '../../../core/actions/adopt-service'
import { removeService } from '../../../core/actions/remove-service'
import { saveService } from '../../../core/actions/save-service'
import { blankService, ownServiceOf, serviceEntryOf } from '../../../core/catalog/own-service'
import { loadGuides } from '../../composables/use-guides'
import { useUntether } from '../untether'
import { seenInService, serviceDraftOf, serviceFieldsOf } from './service-draft'

/** Which service is written: one with an id, or a new one that may have a name already. */
export type EditedService = { id: string } | { name: string }

export type ServiceEditor = {
  /** Null until the shipped words are there. */
  draft: ShallowRef<ServiceDraft | null>
  /** The user's entry that is being changed; null = a new one. */
  own: ComputedRef<OwnService | null>
  /** What is shipped, as the form would show it; null = nothing is. */
  shipped: ComputedRef<ServiceDraft | null>
  isDirty: ComputedRef<boolean>
  /** Fills the form with what is kept, or what is shipped. */
  load: () => Promise<void>
  /** Null = done. */
  save: () => Promise<Refused | null>
  /** Takes what a file says; for a new service, as the one that the file names. */
  adopt: (read: { serviceId: string | null, entry: ServiceEntry }) => Promise<Refused | null>
  remove: () => Promise<Refused | null>
}

/**
 * A service in the making.
 * @param onSaved told the id of what was saved
 */
export function useServiceEditor(edited: () => EditedService, onSaved: (id: string) => void): ServiceEditor {
  const { locale } = useI18n()
  const { catalog, facts, run, today } = useUntether()
  const draft = shallowRef<ServiceDraft | null>(null)
  const from = shallowRef<ServiceStart | null>(null)
  const shippedEntry = shallowRef<ServiceEntry | null>(null)
  const idOf = (): string | null => 'id' in edited() ? (edited() as { id: string }).id : null
  const own = computed(() => ownServiceOf(facts.value.ownServices, idOf() ?? '') ?? null)
  const language = (): TextLanguage => locale.value === 'zh-CN' ? 'zh' : 'en'

  /** Accounts that the user's own words name so come along: by the name it was opened with, else by the one it is kept under. */
  function target(name: string): ServiceTarget {
    const of = edited()
    return 'id' in of ? { serviceId: of.id } : { ownName: of.name || name }
  }

  async function readShipped(): Promise<ServiceEntry | null> {
    const known = catalog.shippedService(idOf() ?? '')
    const words = known && (await loadGuides()).services[known.id]
    return known && words ? serviceEntryOf(known, words) : null
  }

  async function load(): Promise<void> {
    shippedEntry.value = await readShipped()
    const of = edited()
    const blank = blankService('id' in of ? of.id : of.name, today.value)
    // A correction is looked up on the day it is made.
    const entry = own.value?.entry ?? (shippedEntry.value ? { ...shippedEntry.value, checkedOn: today.value } : blank)
    draft.value = serviceDraftOf(entry, language())
    from.value = { entry, draft: draft.value }
  }

  function told(outcome: Committed<string>): Refused | null {
    if (outcome.ok)
      onSaved(outcome.value)
    return outcome.ok || outcome.refused === 'already-so' ? null : outcome
  }

  return {
    draft,
    own,
    shipped: computed(() => shippedEntry.value && serviceDraftOf(shippedEntry.value, language())),
    isDirty: computed(() => draft.value !== null && from.value !== null && seenInService(draft.value) !== seenInService(from.value.draft)),
    load,
    async save() {
      if (!draft.value || !from.value)
        return null
      return told(await run(saveService, { target: target(draft.value.name), fields: serviceFieldsOf(draft.value, from.value, language()), catalog }, { isQuiet: true }))
    },
    async adopt({ serviceId, entry }) {
      const named = idOf() === null && serviceId !== null && catalog.service(serviceId) ? { serviceId } : target(entry.name.en)
      return told(await run(adoptService, { target: named, entry, catalog }, { isQuiet: true }))
    },
    async remove() {
      if (!own.value)
        return null
      const outcome = await run(removeService, { serviceId: own.value.serviceId, catalog }, { isQuiet: true })
      return outcome.ok ? null : outcome
    },
  }
}
