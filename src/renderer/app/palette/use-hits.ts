import type { Task } from '../../../core/plan/plan'
import type { Id } from '../../../core/records/base'
import type { Hit } from '../../../core/search/search'
import type { Row } from './row'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { last4 } from '../../../core/records/number'
import { taskEntryId } from '../../../core/search/entry'
import { useBindingPlace } from '../../composables/use-binding-place'
import { useFormat } from '../../composables/use-format'
import { useIcons } from '../../composables/use-icons'
import { useWords } from '../../composables/use-words'
import { useTaskLook } from '../../features/today/use-task-look'
import { useUntether } from '../untether'
import { rowOf } from './row'

/** What was found, as rows. */
export function useHits() {
  const { t } = useI18n()
  const router = useRouter()
  const { facts, plans } = useUntether()
  const { phone } = useFormat()
  const { iconOf } = useIcons()
  const { fullServiceName, providerName, serviceName, taskTitle } = useWords()
  const { mark, tail, dueText, dueTone } = useTaskLook()

  const tasks = computed(() => new Map([...plans.value.values()].flatMap(({ phases }) => phases.flatMap(phase => phase.tasks)).map(task => [taskEntryId(task), task])))
  const placeOfBinding = useBindingPlace()
  const openPlan = (numberId: Id, key: string) => () => router.push({ name: 'plan', params: { id: numberId }, query: { task: key } })

  function numberRow(id: Id): Row | null {
    const number = facts.value.numbers.get(id)
    if (!number)
      return null
    const note = [number.label, number.closedAt === null ? '' : t('palette.closed')].filter(part => part !== '').join(' · ')
    return rowOf({ key: `number ${id}`, icon: 'phone', title: phone(number.e164), note, run: () => router.push({ name: 'number', params: { id } }) })
  }

  function bindingRow(id: Id): Row | null {
    const binding = facts.value.bindings.get(id)
    const account = facts.value.accounts.get(binding?.accountId ?? '')
    const number = facts.value.numbers.get(binding?.numberId ?? '')
    if (!binding || !account || !number)
      return null
    return rowOf({
      key: `binding ${id}`,
      mark: { path: iconOf(account.service), name: serviceName(account) },
      title: serviceName(account),
      note: [account.login, `#${last4(number.e164)}`].filter(part => part !== '').join(' '),
      state: binding.state,
      run: () => router.push(placeOfBinding(binding)),
    })
  }

  function taskRow(task: Task): Row {
    return rowOf({ key: `task ${taskEntryId(task)}`, mark: mark(task), title: taskTitle(task), note: tail(task), due: dueText(task) === '' ? null : { text: dueText(task), urgency: dueTone(task) }, run: openPlan(task.numberId, task.key) })
  }

  /** Its page in the catalogue. */
  function entryRow(kind: 'service' | 'provider', id: string): Row {
    const name = kind === 'service' ? fullServiceName({ kind: 'catalog', id }) : providerName({ kind: 'catalog', id })
    return rowOf({ key: `${kind} ${id}`, icon: 'book-open', title: t('palette.guide', { name }), note: t('palette.inPage'), run: () => router.push({ name: 'catalogue', params: { kind: `${kind}s`, id } }) })
  }

  function rowOfHit({ entry: { kind, id } }: Hit, offerRow: (id: string) => Row | null): Row | null {
    const task = kind === 'task' ? tasks.value.get(id) : undefined
    switch (kind) {
      case 'act':
      case 'page': return offerRow(id)
      case 'number': return numberRow(id)
      case 'binding': return bindingRow(id)
      case 'task': return task ? taskRow(task) : null
      case 'service':
      case 'provider': return entryRow(kind, id)
    }
  }

  return { rowOfHit, taskRow, taskOf: (id: string) => tasks.value.get(id) }
}
