import type { Difference } from '../../../../core/backup/compare'
import type { Id } from '../../../../core/records/base'
import type { Facts, Rows } from '../../../../core/records/tables'
import type { Tick } from '../../../../core/records/tick'
import type { Task } from '../../../../core/plan/plan'
import { useI18n } from 'vue-i18n'
import { textIn } from '../../../../core/catalog/text'
import { PHASES } from '../../../../core/plan/plan'
import { TASK_KINDS } from '../../../../core/plan/codes'
import { last4 } from '../../../../core/records/number'
import { useUntether } from '../../../app/untether'
import { useFormat } from '../../../composables/use-format'
import { useWords } from '../../../composables/use-words'

/** What a row is called by people. What it points to is looked up here first, then in the backup. */
export function useDifferenceWords(backup: () => Facts) {
  const { t, locale } = useI18n()
  const { facts, plans } = useUntether()
  const { phone, money, fullDay, moment } = useFormat()
  const { serviceName, taskTitle } = useWords()

  const joined = (parts: readonly string[]): string => parts.filter(part => part !== '').join(' · ')

  function numberText(id: Id): string {
    const number = facts.value.numbers.get(id) ?? backup().numbers.get(id)
    return number ? `#${last4(number.e164)}` : t('backup.one.someNumber')
  }

  function accountText(account: Rows['accounts'] | undefined): string {
    return account ? joined([serviceName(account), account.login]) : t('words.someAccount')
  }

  /** The task's title where the plan still has it; else that of its kind, for a tick outlives its task. */
  function tickText({ numberId, taskKey }: Tick): string {
    const task = plans.value.get(numberId)?.phases.flatMap(phase => phase.tasks).find(({ key }) => key === taskKey)
    if (task)
      return taskTitle(task)
    const kind = TASK_KINDS.find(known => taskKey.split(':').includes(known))
    if (kind)
      return taskTitle({ numberId, kind, params: {}, binding: null, dueOn: null } as unknown as Task)
    const phase = PHASES.find(known => taskKey.startsWith(`${known}:`))
    return joined([phase ? t(`words.phase.${phase}`) : '', t('event.someTask')])
  }

  const names: { [T in Difference['table']]: (row: Rows[T]) => string } = {
    numbers: ({ e164, label }) => joined([phone(e164), label]),
    accounts: accountText,
    bindings: ({ accountId, numberId }) => t('backup.one.binding', { service: accountText(facts.value.accounts.get(accountId) ?? backup().accounts.get(accountId)), number: numberText(numberId) }),
    ledgerEntries: ({ day, amount, numberId }) => joined([money(amount), fullDay(day), numberText(numberId)]),
    refundClaims: ({ askedOn, amount, numberId }) => joined([money(amount), fullDay(askedOn), numberText(numberId)]),
    contactLogs: ({ at, numberId, reference }) => joined([moment(at), reference, numberText(numberId)]),
    ticks: tick => joined([tickText(tick), numberText(tick.numberId)]),
    attachments: ({ name }) => name,
    guides: ({ entry }) => textIn(entry.name, locale.value === 'zh-CN' ? 'zh' : 'en'),
    ownServices: ({ entry }) => textIn(entry.name, locale.value === 'zh-CN' ? 'zh' : 'en'),
    settings: () => t('backup.one.settings'),
  }

  function differenceText({ table, before, after }: Difference): string {
    return (names[table] as (row: unknown) => string)(after ?? before)
  }

  return { differenceText }
}
