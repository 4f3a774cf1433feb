import type { TalkChannel } from '../../../../core/contact/script'
import type { Task } from '../../../../core/plan/plan'
import type { PhoneNumber } from '../../../../core/records/number'
import type { RefundClaim } from '../../../../core/records/refund-claim'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { dayOf } from '../../../../core/lib/day'
import { byNumber } from '../../../../core/records/facts'
import { useUntether } from '../../../app/untether'
import { useFormat } from '../../../composables/use-format'
import { useWords } from '../../../composables/use-words'
import { useTaskActs } from '../use-task-acts'

/** What the list is about. */
export type HandAbout = { number: PhoneNumber, channel: TalkChannel, papers: readonly Task[], claim: RefundClaim | null, task: Task | null }

/** Rows of what to have at hand, on the screen and on paper. */
export function useHand(about: () => HandAbout) {
  const { t } = useI18n()
  const { facts, today } = useUntether()
  const { day, money } = useFormat()
  const { taskTitle } = useWords()
  const acts = useTaskActs()
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

  const paperRows = computed(() => about().papers.map((task) => {
    const tick = byNumber(facts.value.ticks).get(task.numberId)?.find(item => item.taskKey === task.key && item.state === 'done')
    const tickedOn = tick && dayOf(tick.at, zone)
    const state: 'open' | 'done' | 'skipped' = task.state === 'done' || task.state === 'skipped' ? task.state : 'open'
    return {
      task,
      // What is off needs no finding out.
      title: !task.kind.startsWith('need-') && task.state === 'done' ? t('words.gate.auto-renew-off.passed') : taskTitle(task),
      state,
      // Renewal is a fact of the number: it is noted where it is asked.
      isReadonly: !task.kind.startsWith('need-') || acts.isFactOnly(task),
      note: tickedOn ? t('call.hand.ticked', { day: tickedOn > today.value ? day(today.value) : day(tickedOn) }) : task.state === 'skipped' ? t('plan.taskState.skipped') : '',
    }
  }))

  const factRows = computed(() => {
    const { number, channel, claim, task } = about()
    const reference = claim?.reference || (typeof task?.params['reference'] === 'string' ? task.params['reference'] : '')
    return [
      ...claim ? [{ label: t('call.hand.claimAmount'), value: money(claim.amount) }, { label: t('call.hand.claimDay'), value: day(claim.askedOn) }] : [],
      ...reference ? [{ label: t('call.hand.reference'), value: reference }] : [],
      ...number.providerLogin && channel !== 'phone' ? [{ label: t('call.hand.login'), value: number.providerLogin }] : [],
    ]
  })

  const askedRows = computed(() => {
    const { channel, papers } = about()
    const has = (kind: Task['kind']): boolean => papers.some(task => task.kind === kind)
    const rows: { label: string, note: string }[] = []
    if (!has('need-account-pin'))
      rows.push({ label: t('call.hand.pin'), note: t('call.hand.inMind') })
    rows.push({ label: t('call.hand.name'), note: t('call.hand.mayAsk') })
    rows.push({ label: t('call.hand.payment'), note: t('call.hand.mayAsk') })
    if (channel === 'store') {
      if (!has('need-identity-document'))
        rows.push({ label: t('call.hand.document'), note: t('call.hand.mayAsk') })
      if (!has('need-sim-in-hand'))
        rows.push({ label: t('call.hand.sim'), note: t('call.hand.mayAsk') })
    }
    return rows
  })

  return { paperRows, factRows, askedRows }
}
