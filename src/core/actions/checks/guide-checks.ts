import type { Text } from '../../catalog/text'
import type { GuideEntry } from '../../records/guide'
import type { Context } from '../action'
import type { Checked, Given, Insisted } from './check'
import type { Words } from './entry-checks'
import { cancelChannels, dialSchema, exitRoutes, MOST_GUIDE_DAYS, preconditions } from '../../catalog/provider-codes'
import { cleanLine } from '../../lib/text'
import { GUIDE_HOURS_MAX, MOST_PITFALLS, MOST_STEPS } from '../../records/guide'
import { checkChoices, checkDay, checkLine } from './check'
import { checkLinkOrNull, checkList, checkName, checkSources, checkWords } from './entry-checks'

type StepInput = { kind: GuideEntry['steps'][number]['kind'], text: Words }

/** How each field of a guide is made clean. */
export function guideChecks(context: Pick<Context, 'today' | 'insisted'>) {
  const words = (given: Words | null): Checked<Text | null> => checkWords(given, context)
  return {
    name: (given: Words) => checkName(given, context),
    kind: (value: GuideEntry['kind']) => ({ value }),
    country: (code: string | null): Checked<string | null> => code === null || /^[A-Z]{2}$/.test(code) ? { value: code } : { refused: 'not-valid' },
    channels: (given: GuideEntry['channels']) => checkChoices(cancelChannels, given),
    routes: (given: GuideEntry['routes']) => checkChoices(exitRoutes, given),
    page: checkLinkOrNull,
    phone: checkDial,
    hours: (text: string) => checkLine(text, context, GUIDE_HOURS_MAX),
    steps: (given: readonly StepInput[]) => checkSteps(given, context),
    refund: (value: GuideEntry['refund']) => ({ value }),
    refundHow: words,
    refundDays: checkDays,
    portOut: (value: GuideEntry['portOut']) => ({ value }),
    portOutHow: words,
    keepAliveRule: words,
    keepAliveDays: checkDays,
    preconditions: (given: GuideEntry['preconditions']) => checkChoices(preconditions, given),
    pitfalls: (given: readonly Words[]) => checkPitfalls(given, context),
    afterCancel: words,
    sources: checkSources,
    checkedOn: (text: string) => checkDay(text, { to: context.today }),
  }
}

/** What a form or a file says of a guide: all of it. */
export type GuideFields = Required<Given<ReturnType<typeof guideChecks>>>

/** Blank steps are left out. A refusal names the place: `steps.2` is the third. */
function checkSteps(given: readonly StepInput[], context: Insisted): Checked<GuideEntry['steps']> {
  return checkList(given, MOST_STEPS, 'steps', ({ kind, text }) => {
    const checked = checkWords(text, context)
    if ('refused' in checked)
      return checked
    return { value: checked.value && { kind, text: checked.value } }
  })
}

function checkPitfalls(given: readonly Words[], context: Insisted): Checked<Text[]> {
  return checkList(given, MOST_PITFALLS, 'pitfalls', words => checkWords(words, context))
}

/** A number to dial, written with any spaces, dots and brackets; blank is none. */
function checkDial(text: string | null): Checked<string | null> {
  const number = cleanLine(text ?? '').replace(/[\s().\u2010-\u2015]/g, '')
  if (number === '')
    return { value: null }
  return dialSchema.safeParse(number).success ? { value: number } : { refused: 'not-to-dial' }
}

function checkDays(days: number | null): Checked<number | null> {
  return days === null || (Number.isInteger(days) && days >= 0 && days <= MOST_GUIDE_DAYS) ? { value: days } : { refused: 'not-days', params: { max: MOST_GUIDE_DAYS } }
}
