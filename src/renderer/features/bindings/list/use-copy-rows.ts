import type { BindingRow } from '../../../../core/bindings/binding-row'
import { onBeforeUnmount, onMounted } from 'vue'
import { useI18n } from 'vue-i18n'
import { sheetText } from '../../../app/sheet-text'
import { useUntether } from '../../../app/untether'
import { useFormat } from '../../../composables/use-format'
import { useWords } from '../../../composables/use-words'

const COLUMNS = ['service', 'account', 'number', 'roles', 'state', 'importance', 'due', 'notes'] as const

/**
 * Copies rows for a spreadsheet, the heads first: with Ctrl+C while no text is marked and nobody types, from the menu, and from the bar.
 * @param rows the selected ones; none = the copy is the system's own
 */
export function useCopyRows(rows: () => readonly BindingRow[]): () => Promise<void> {
  const { t } = useI18n()
  const { copy } = useUntether()
  const { count } = useFormat()
  const { fullServiceName, roleName, stateName, importanceName } = useWords()

  async function copyRows(): Promise<void> {
    const list = rows()
    const lines = list.map(({ account, number, binding, importance, dueOn }) => [
      fullServiceName(account),
      account.login,
      number.e164,
      binding.roles.map(roleName).join(', '),
      stateName(binding.state),
      importanceName(importance),
      dueOn ?? '',
      binding.notes,
    ])
    await copy(await sheetText([COLUMNS.map(column => t(`bindings.columns.${column}`)), ...lines], 'tab'), { key: list.length === 1 ? 'bindings.bulk.copiedOne' : 'bindings.bulk.copied', params: { n: count(list.length) } })
  }

  function onCopy(event: ClipboardEvent): void {
    const isText = event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]') !== null
    if (event.defaultPrevented || isText || rows().length === 0 || document.getSelection()?.toString() || document.querySelector('[role=dialog]'))
      return
    event.preventDefault()
    void copyRows()
  }

  onMounted(() => document.addEventListener('copy', onCopy))
  onBeforeUnmount(() => document.removeEventListener('copy', onCopy))
  return copyRows
}
