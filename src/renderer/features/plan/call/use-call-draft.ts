import type { Day } from '../../../../core/lib/day'
import type { ContactResult } from '../../../../core/records/contact-log'
import { shallowReactive } from 'vue'

/** What was typed on a call sheet. */
export type CallDraft = {
  reference: string
  withRole: string
  effectiveOn: Day | null
  outcome: string
  result: ContactResult | null
  /** undefined = as the result suggests. */
  callBackOn: Day | null | undefined
  alsoTick: boolean
}

const blank: CallDraft = { reference: '', withRole: '', effectiveOn: null, outcome: '', result: null, callBackOn: undefined, alsoTick: false }

/** Notes of sheets that were left without saving; they go with the window. */
const drafts = shallowReactive(new Map<string, CallDraft>())

const keyOf = (numberId: string, taskKey: string): string => `${numberId} ${taskKey}`

/** Whether something was typed on the sheet of a task and never saved. */
export function hasDraft(numberId: string, taskKey: string): boolean {
  return drafts.has(keyOf(numberId, taskKey))
}

/** What was typed before, or a blank sheet. */
export function draftOf(numberId: string, taskKey: string): CallDraft {
  return { ...drafts.get(keyOf(numberId, taskKey)) ?? blank }
}

/** Keeps what is typed; a blank sheet is forgotten. */
export function keepDraft(numberId: string, taskKey: string, draft: CallDraft): void {
  if (isBlank(draft))
    drafts.delete(keyOf(numberId, taskKey))
  else
    drafts.set(keyOf(numberId, taskKey), { ...draft })
}

/** Nothing typed, nothing chosen. */
export function isBlank({ reference, withRole, effectiveOn, outcome, result, callBackOn }: CallDraft): boolean {
  return [reference, withRole, outcome].every(text => text.trim() === '') && effectiveOn === null && result === null && !callBackOn
}
