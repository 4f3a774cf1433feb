import type { Task } from '../../../core/plan/plan'
import type { Id } from '../../../core/records/base'
import type { Hit } from '../../../core/search/search'
import type { Row } from './row'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { last4 } from '../../../core/records/number'
import { taskEntryId } from '../../../core/search/entry'
import { useFormat } from '../../composables/use-format'
import { useIcons } from '../../composables/use-icons'
import { useWords } from '../../composables/use-words'
import { useTaskLook } from '../../features/today/use-task-look'
import { useDialogs } from '../dialogs'
import { useUntether } from '../untether'
import { rowOf } from './row'

/** What was found, as rows. */
export function useHits() {
  const { t } = useI18n()
  const router = useRouter()
  const { catalog, facts, plans } = useUntether()
  const { phone } = useFormat()
  const { iconOf } = useIcons()
  const { fullServiceName, providerName, serviceName, taskTitle } = useWords()
  const { mark, tail, dueText, dueTone } = useTaskLook()
  const { logBinding } = useDialogs()

  const tasks = computed(() => new Map([...plans.value.values()].flatMap(({ phases }) => phases.flatMap(phase => phase.tasks)).map(task => [taskEntryId(task), task])))
  const hasCatalogue = router.hasRoute('catalogue')
  const goTo = (kind: 'services' | 'providers', id: string) => () => router.push({ name: 'catalogue', params: { kind, id } })
  const openPlan = (numberId: Id, key: string) => () => router.push({ name: 'plan', params: { id: numberId }, query: { task: key } })

  function numberRow(id: Id): Row | null {
    const number = facts.value.numbers.get(id)
    if (!number)
      return null
    const note = [number.label, number.closedAt === null ? '' : t('palette.closed')].filter(part => part !== '').join(' · ')
    return rowOf({ key: `number ${id}`, icon: 'phone', title: phone(number.e164), note, run: () => router.push({ name: 'number', params: { id } }) })
  }

  /** A binding has its page in the plan of its number; where the plan has none, the number's own list shows it. */
  function bindingRow(id: Id): Row | null {
    const binding = facts.value.bindings.get(id)
    const account = facts.value.accounts.get(binding?.accountId ?? '')
    const number = facts.value.numbers.get(binding?.numberId ?? '')
    if (!binding || !account || !number)
      return null
    const taskKey = `unbind:${id}`
    const isPlanned = plans.value.get(number.id)?.phases.some(phase => phase.tasks.some(task => task.key === taskKey)) ?? false
    return rowOf({
      key: `binding ${id}`,
      mark: { path: iconOf(account.service), name: serviceName(account) },
      title: serviceName(account),
      note: [account.login, `#${last4(number.e164)}`].filter(part => part !== '').join(' '),
      state: binding.state,
      run: isPlanned ? openPlan(number.id, taskKey) : () => router.push({ name: 'number', params: { id: number.id, tab: 'bindings' } }),
    })
  }

  function taskRow(task: Task): Row {
    return rowOf({ key: `task ${taskEntryId(task)}`, mark: mark(task), title: taskTitle(task), note: tail(task), due: dueText(task) === '' ? null : { text: dueText(task), urgency: dueTone(task) }, run: openPlan(task.numberId, task.key) })
  }

  /** Its page in the catalogue; without one, what a service is there for: logging it. */
  function serviceRow(id: string): Row {
    const name = fullServiceName({ kind: 'catalog', id })
    const key = `service ${id}`
    return hasCatalogue
      ? rowOf({ key, icon: 'book-open', title: t('palette.guide', { name }), note: t('palette.inPage'), run: goTo('services', id) })
      : rowOf({ key, mark: { path: iconOf(id), name }, title: name, note: catalog.service(id)?.domains[0] ?? '', run: () => logBinding(null, { text: name }) })
  }

  function providerRow(id: string): Row | null {
    const name = providerName({ kind: 'catalog', id })
    return hasCatalogue ? rowOf({ key: `provider ${id}`, icon: 'book-open', title: t('palette.guide', { name }), note: t('palette.inPage'), run: goTo('providers', id) }) : null
  }

  function rowOfHit({ entry: { kind, id } }: Hit, offerRow: (id: string) => Row | null): Row | null {
    const task = kind === 'task' ? tasks.value.get(id) : undefined
    switch (kind) {
      case 'act':
      case 'page': return offerRow(id)
      case 'number': return numberRow(id)
      case 'binding': return bindingRow(id)
      case 'task': return task ? taskRow(task) : null
      case 'service': return serviceRow(id)
      case 'provider': return providerRow(id)
    }
  }

  return { rowOfHit, taskRow, taskOf: (id: string) => tasks.value.get(id) }
}
