import type { Aim, TalkChannel } from '../../../../core/contact/script'
import type { Day } from '../../../../core/lib/day'
import type { Task } from '../../../../core/plan/plan'
import type { PhoneNumber } from '../../../../core/records/number'
import type { RefundClaim } from '../../../../core/records/refund-claim'
import { computed, reactive, ref, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { applyChanges } from '../../../../core/actions/apply'
import { logCall } from '../../../../core/actions/log-call'
import { planOf } from '../../../../core/actions/rows/plan-of'
import { suggestedCallBack } from '../../../../core/contact/call-back'
import { moneyIn } from '../../../../core/plan/params'
import { isBalanceKey } from '../../../../core/plan/task-keys'
import { isDay } from '../../../../core/lib/day'
import { useUntether } from '../../../app/untether'
import { useFormat } from '../../../composables/use-format'
import { useRefusals } from '../../../composables/use-refusals'
import { draftOf, isBlank, keepDraft } from './use-call-draft'

/** What the notes are about. */
export type NotesAbout = { number: PhoneNumber, task: Task | null, aim: Aim, channel: TalkChannel, claim: RefundClaim | null }

/** How saving ended. `isHeld` = the step stays shut, the contact alone can be kept. */
export type SaveOutcome
  = | { state: 'saved', isLastStep: boolean }
    | { state: 'refused', field: string, text: string, isHeld: boolean }

/** The notes of one call: what was typed, what follows from it, and how it is saved. */
export function useCallNotes(about: () => NotesAbout) {
  const { t } = useI18n()
  const { catalog, facts, run, today } = useUntether()
  const { day } = useFormat()
  const { refusalText } = useRefusals()

  const { number: { id: numberId }, task: first } = about()
  const draftKey = first?.key ?? ''
  const draft = reactive(draftOf(numberId, draftKey))
  const wasRestored = ref(!isBlank(draft))
  watch(draft, () => keepDraft(numberId, draftKey, draft), { deep: true })

  /** Asked about the balance, and it does not come back: nobody has to call again for that. */
  const isNoRefund = computed(() => draft.result === 'refused' && isBalanceKey(about().task?.key ?? ''))
  const suggested = computed(() => isNoRefund.value ? null : suggestedCallBack(draft.result ?? undefined, draft.effectiveOn !== null && isDay(draft.effectiveOn) ? draft.effectiveOn : null, today.value))
  /** As suggested until somebody says otherwise. */
  const callBackOn = computed<Day | null>({
    get: () => draft.callBackOn === undefined ? suggested.value : draft.callBackOn,
    set: (value) => {
      draft.callBackOn = value
    },
  })

  /** Task and claim that this contact moves on, as the notes stand. */
  const moves = computed(() => {
    const { task, aim, claim } = about()
    const isAnswered = draft.result !== 'cut-off' && draft.result !== 'no-answer'
    return {
      taskKey: task && ((aim === 'cancel' && draft.result === 'cancelled') || (aim === 'ask-how' && draft.alsoTick && isAnswered)) ? task.key : null,
      claimId: aim === 'chase-refund' && isAnswered ? claim?.id ?? null : null,
      noRefundOf: isNoRefund.value ? moneyIn(task?.params['money']) : null,
    }
  })

  function input(isAlone: boolean) {
    const { channel } = about()
    const { reference, withRole, outcome, effectiveOn, result } = draft
    return {
      numberId,
      channel,
      reference,
      withRole,
      outcome,
      effectiveOn,
      result,
      callBackOn: result === 'cancelled' ? null : callBackOn.value,
      ...draftKey && { about: draftKey },
      ...isAlone ? {} : moves.value,
      catalog,
    }
  }

  /** What the app will do then, said before it is saved. */
  const afterwards = computed(() => {
    if (draft.result === 'cancelled') {
      // Asked of the plan as it would be: no day is promised that the plan does not name.
      const outcome = logCall(facts.value, input(false), { now: Date.now(), today: today.value, newId: () => crypto.randomUUID() })
      if ('refused' in outcome)
        return ''
      const then = planOf(applyChanges(facts.value, outcome.changes), numberId, catalog, today.value)
      const dead = then?.phases.flatMap(phase => phase.tasks).find(task => task.kind === 'line-is-dead')?.dueOn
      return dead ? t('call.notes.deadOn', { day: day(dead) }) : ''
    }
    const parts = [
      moves.value.claimId ? t('call.notes.asksAgain') : '',
      callBackOn.value && isDay(callBackOn.value) ? t('call.notes.remindOn', { day: day(callBackOn.value) }) : '',
    ]
    return isBlank(draft) ? '' : parts.filter(Boolean).join(' ')
  })

  async function save(isAlone: boolean): Promise<SaveOutcome> {
    if (isBlank(draft))
      return { state: 'refused', field: 'result', text: t('call.notes.nothing'), isHeld: false }
    const isLastStep = !isAlone && moves.value.taskKey !== null && draft.result === 'cancelled'
    const outcome = await run(logCall, input(isAlone), { isQuiet: true })
    if (outcome.ok) {
      discard()
      return { state: 'saved', isLastStep }
    }
    const isHeld = outcome.field === 'taskKey' || outcome.field === 'claimId' || outcome.refused === 'gate-shut'
    const isWaiting = outcome.refused === 'wrong-state' && outcome.field === 'taskKey'
    return { state: 'refused', field: isHeld ? 'taskKey' : outcome.field ?? 'result', text: isWaiting ? t('call.notes.waits') : refusalText(outcome), isHeld }
  }

  function discard(): void {
    Object.assign(draft, draftOf('', ''))
    keepDraft(numberId, draftKey, draft)
    wasRestored.value = false
  }

  return { draft, callBackOn, afterwards, wasRestored, isDirty: computed(() => !isBlank(draft)), save, discard }
}
