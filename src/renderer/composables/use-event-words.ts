import type { Category } from '../../core/records/account'
import type { Task } from '../../core/plan/plan'
import type { LineStatus } from '../../core/records/number'
import type { EventHead } from '../../core/records/timeline-event'
import { useI18n } from 'vue-i18n'
import { isDay } from '../../core/lib/day'
import { TASK_KINDS } from '../../core/plan/codes'
import { useFormat } from './use-format'
import { useWords } from './use-words'
import { useUntether } from '../app/untether'

type Params = EventHead['params']

/** What happened, in words: names as they were then, services and tasks as they are called in the language on screen. */
export function useEventWords() {
  const { t, te } = useI18n()
  const { catalog, plans } = useUntether()
  const { money, day, moment, list, count } = useFormat()
  const { categoryName, providerName, serviceName, taskTitle, lineStatusName } = useWords()

  const text = (params: Params, name: string): string => String(params[name] ?? '')

  function numberText(params: Params): string {
    return text(params, 'label') || (params['last4'] ? `#${text(params, 'last4')}` : t('event.someNumber'))
  }

  function serviceText(params: Params): string {
    if (params['serviceId'] && (catalog.service(text(params, 'serviceId')) || !params['serviceName']))
      return serviceName({ kind: 'catalog', id: text(params, 'serviceId') })
    return text(params, 'serviceName') || t('event.someService')
  }

  /** The provider as it is called on screen; where nothing knows it any more, as its guide called it. */
  function guideText(params: Params): string {
    const id = text(params, 'providerId')
    return catalog.provider(id) ? providerName({ kind: 'catalog', id }) : text(params, 'name')
  }

  /** The task's title where the plan still has it; else that of its kind, for its key outlives it. */
  function taskText({ numberIds, params }: EventHead): string {
    const tasks = numberIds.flatMap(id => plans.value.get(id)?.phases ?? []).flatMap(phase => phase.tasks)
    const task = tasks.find(({ key }) => key === params['taskKey'])
    if (task)
      return taskTitle(task)
    const tail = text(params, 'taskKey').split(':').at(-1)
    const kind = TASK_KINDS.find(item => item === params['taskKind']) ?? TASK_KINDS.find(item => item === tail)
    return kind ? taskTitle({ numberId: numberIds[0] ?? '', kind, params: {}, binding: null, dueOn: null } as unknown as Task) : t('event.someTask')
  }

  function amountText({ amountMinor, currency }: Params): string {
    return typeof amountMinor === 'number' && typeof currency === 'string' ? money({ amountMinor, currency }) : ''
  }

  /** `Phone · refused`, as far as it was noted. */
  function contactText(params: Params): string {
    const [channel, result] = [text(params, 'channel'), text(params, 'result')]
    return [te(`plan.channel.${channel}`) ? t(`plan.channel.${channel}`) : '', te(`call.result.${result}`) ? t(`call.result.${result}`) : ''].filter(part => part !== '').join(' · ')
  }

  /** What was done to many says how many were left as they are, and why. */
  function withLeft(what: string, { left, why }: Params): string {
    if (typeof left !== 'number' || left === 0)
      return what
    const reasons = String(why ?? '').split(' ').map(code => te(`event.leftWhy.${code}`) ? t(`event.leftWhy.${code}`) : t('event.leftWhy.other'))
    return t('event.leftAsWas', { what, n: count(left), why: list([...new Set(reasons)]) }, left)
  }

  /** One line. */
  function eventText(event: EventHead): string {
    const { kind, params } = event
    const { amountMinor } = params
    if (kind === 'ledger.added' && params['kind'] === 'write-off' && typeof amountMinor === 'number')
      return t('event.writtenOff', { amount: amountText({ ...params, amountMinor: Math.abs(amountMinor) }) })
    return withLeft(t(`event.${kind}`, {
      n: typeof params['count'] === 'number' ? count(params['count']) : '',
      number: numberText(params),
      service: serviceText(params),
      task: params['taskKey'] ? taskText(event) : '',
      until: isDay(text(params, 'until')) ? day(text(params, 'until')) : '',
      name: kind.startsWith('guide.') ? guideText(params) : text(params, 'name'),
      amount: amountText(params),
      when: typeof params['madeAt'] === 'number' ? moment(params['madeAt']) : '',
      status: kind === 'number.status-set' ? lineStatusName(text(params, 'to') as LineStatus) : '',
      what: kind === 'suggestion.dismissed' ? (params['category'] ? categoryName(params['category'] as Category) : serviceText(params)) : '',
      contact: kind.startsWith('contact.') ? contactText(params) : '',
      state: kind === 'claim.state-set' ? t(`numbers.claims.states.${text(params, 'to')}`) : '',
    }), params)
  }

  /** What may stand below it: the login, or the reason that was given. */
  function eventNote({ params }: EventHead): string {
    return [text(params, 'login'), text(params, 'note'), text(params, 'reason')].filter(part => part !== '').join(' · ')
  }

  return { eventText, eventNote }
}
