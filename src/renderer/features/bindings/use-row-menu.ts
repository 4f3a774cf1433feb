import type { BindingRow } from '../../../core/bindings/binding-row'
import type { BindingAct } from '../../app/bindings/use-binding-menu'
import type { IconName } from '../../ui/icons'
import type { BulkAct } from './bulk/use-bulk'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { useBindingMenu } from '../../app/bindings/use-binding-menu'

type RowAct = BindingAct | 'due' | 'replacement' | 'plan'
export type RowItem = { key: RowAct, label: string, icon: IconName }

/** The menu of a row or card: what a binding's menu has, its due day and place, and the way to its task. */
export function useRowMenu(bulk: { act: (act: BulkAct, rows: readonly BindingRow[]) => void }) {
  const { t } = useI18n()
  const router = useRouter()
  const open = (row: { id: string }): void => void router.replace({ query: { binding: row.id } })
  const menu = useBindingMenu(id => open({ id }))

  function showTask({ task, number }: BindingRow): void {
    if (task)
      void router.push({ name: 'plan', params: { id: number.id }, query: { task: task.key } })
  }

  return {
    open,
    showTask,
    waiving: menu.waiving,
    stopWaiving: () => menu.waiving.value = null,
    pickAct: menu.pick,
    actsFor: menu.itemsFor,
    itemsFor(row: BindingRow): RowItem[] {
      const [edit, ...acts] = menu.itemsFor(row)
      return [
        ...edit ? [edit] : [],
        ...row.isSettled ? [] : [{ key: 'due' as const, label: t('bindings.acts.due'), icon: 'calendar' as const }],
        { key: 'replacement', label: t('bindings.acts.replacement'), icon: 'key-round' },
        ...acts,
        ...row.task ? [{ key: 'plan' as const, label: t('bindings.acts.plan'), icon: 'list-checks' as const }] : [],
      ]
    },
    pick(row: BindingRow, act: RowAct): void {
      if (act === 'due' || act === 'replacement')
        bulk.act(act, [row])
      else if (act === 'plan')
        showTask(row)
      else
        menu.pick(row, act)
    },
  }
}
