import type { Task } from '../../../core/plan/plan'
import type { Row } from './row'
import { useI18n } from 'vue-i18n'
import { hostOf } from '../../../core/catalog/source'
import { isDoneOnPlan } from '../../../core/plan/reading'
import { useWords } from '../../composables/use-words'
import { useTaskLook } from '../../features/today/use-task-look'
import { useTicking } from '../../features/today/use-ticking'
import { useUntether } from '../untether'
import { rowOf } from './row'

/** What can be done with a task, or at a service, without leaving the page one is on. */
export function useTaskActs() {
  const { t } = useI18n()
  const { catalog, openLink } = useUntether()
  const { accountName, serviceName, taskTitle } = useWords()
  const { tail } = useTaskLook()
  const { tick } = useTicking()

  /** The tick; null where the plan does not take it here: what is done by a fact, read first, or waits. */
  function tickRow(task: Task): Row | null {
    if (task.state !== 'open' || task.tickBy === 'fact' || isDoneOnPlan(task))
      return null
    const what = task.binding
      ? t(task.binding.state === 'moved' ? 'palette.verified' : 'palette.moved', { service: accountName(task.binding.accountId) })
      : taskTitle(task)
    return rowOf({ key: `tick ${task.numberId} ${task.key}`, icon: 'check', title: t('palette.tick', { what }), note: tail(task), isAct: true, run: () => tick(task) })
  }

  function openRow(key: string, link: string | null, service: string): Row | null {
    if (link === null)
      return null
    const domain = hostOf(link).replace(/^www\./, '')
    return rowOf({ key: `open ${key}`, icon: 'external-link', title: t('palette.openFor', { domain, service }), isAct: true, run: () => openLink(link) })
  }

  return {
    tickRow,
    /** Opens the page where a task is done. */
    openTaskRow: (task: Task) => task.binding ? openRow(task.key, task.link, accountName(task.binding.accountId)) : null,
    /** Opens the page where a service changes the number. */
    openServiceRow: (id: string) => openRow(id, catalog.service(id)?.changeUrl ?? null, serviceName({ kind: 'catalog', id })),
  }
}
