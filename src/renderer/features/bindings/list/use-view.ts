import type { BindingFilter, BindingsView, SavedView, SortKey } from '../../../../core/bindings/view'
import type { ComputedRef, ShallowRef } from 'vue'
import { computed, onScopeDispose, shallowRef } from 'vue'
import { changeSettings } from '../../../../core/actions/change-settings'
import { MOST_VIEWS, viewDefaults } from '../../../../core/bindings/view'
import { cleanLine } from '../../../../core/lib/text'
import { useUntether } from '../../../app/untether'

/** A view is kept once it stood still for so long: a text is typed letter by letter. */
const REST_MS = 600

/** How the table is looked at: kept in the settings, and under names of the user's own. */
export function useView(): {
  view: Readonly<ShallowRef<BindingsView>>
  saved: ComputedRef<readonly SavedView[]>
  change: (part: Partial<BindingsView>) => void
  filterBy: (part: Partial<BindingFilter>) => void
  /** A head pressed: orders by it, then the other way round, then by what to do first again. */
  sortBy: (key: SortKey) => void
  save: (name: string) => ReturnType<ReturnType<typeof useUntether>['run']>
  remove: (name: string) => void
} {
  const { settings, facts, run } = useUntether()
  const view = shallowRef(fitting(settings.value.bindingsView ?? viewDefaults))
  const saved = computed(() => settings.value.savedViews ?? [])
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Numbers that are gone would hide everything for ever. */
  function fitting(of: BindingsView): BindingsView {
    return { ...of, filter: { ...of.filter, numberIds: of.filter.numberIds.filter(id => facts.value.numbers.has(id)) } }
  }

  function keep(): void {
    clearTimeout(timer)
    timer = undefined
    // What was typed to find one row is not how the table is left.
    void run(changeSettings, { bindingsView: { ...view.value, filter: { ...view.value.filter, text: '' } } }, { isQuiet: true })
  }

  function change(part: Partial<BindingsView>): void {
    view.value = { ...view.value, ...part }
    clearTimeout(timer)
    timer = setTimeout(keep, REST_MS)
  }

  onScopeDispose(() => timer !== undefined && keep())

  return {
    view,
    saved,
    change: part => change(part.filter ? fitting({ ...view.value, ...part }) : part),
    filterBy: part => change({ filter: { ...view.value.filter, ...part } }),
    sortBy(key) {
      const { sort } = view.value
      change({ sort: sort.key !== key ? { key, isDown: false } : sort.isDown ? viewDefaults.sort : { key, isDown: true } })
    },
    save(typed) {
      const name = cleanLine(typed).slice(0, 60).trim()
      const { filter } = view.value
      const kept = { name, view: { ...view.value, filter: { ...filter, text: cleanLine(filter.text).slice(0, 120).trim() } } }
      const others = saved.value.filter(other => other.name !== name)
      return run(changeSettings, { savedViews: [...others, kept].slice(-MOST_VIEWS) }, { isQuiet: true })
    },
    remove(name) {
      void run(changeSettings, { savedViews: saved.value.filter(other => other.name !== name) })
    },
  }
}
