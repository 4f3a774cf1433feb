import type { Text } from '../../catalog/text'
import type { ServiceEntry } from '../../records/own-service'
import type { Context } from '../action'
import type { Checked, Given } from './check'
import type { Words } from './entry-checks'
import { phoneRoles, secondFactors } from '../../catalog/service-codes'
import { domainSchema } from '../../catalog/text'
import { cleanLine } from '../../lib/text'
import { GUIDE_NAME_MAX, MOST_STEPS } from '../../records/guide'
import { ALIAS_MAX, MOST_ALIASES, MOST_DOMAINS } from '../../records/own-service'
import { checkChoices, checkDay, checkLine } from './check'
import { checkLinkOrNull, checkList, checkSources, checkWords } from './entry-checks'

/** How each field of a service is made clean. */
export function serviceChecks(context: Pick<Context, 'today' | 'insisted'>) {
  return {
    name: (given: { en: string, zh: string | null }) => checkNames(given, context),
    category: (value: ServiceEntry['category']) => ({ value }),
    lossRisk: (value: ServiceEntry['lossRisk']) => ({ value }),
    domains: (given: readonly string[]) => unique(checkList(given, MOST_DOMAINS, 'domains', checkDomain)),
    aliases: (given: readonly string[]) => unique(checkList(given, MOST_ALIASES, 'aliases', text => orNull(checkLine(text, context, ALIAS_MAX)))),
    page: checkLinkOrNull,
    roles: (given: ServiceEntry['roles']) => checkChoices(phoneRoles, given),
    secondFactors: (given: ServiceEntry['secondFactors']): Checked<ServiceEntry['secondFactors']> => given === null ? { value: null } : checkChoices(secondFactors, given),
    needsOldNumber: (value: ServiceEntry['needsOldNumber']) => ({ value }),
    steps: (given: readonly Words[]) => checkList(given, MOST_STEPS, 'steps', words => checkWords(words, context)),
    riskNote: (given: Words | null): Checked<Text | null> => checkWords(given, context),
    withoutOldNumber: (given: Words | null): Checked<Text | null> => checkWords(given, context),
    sources: checkSources,
    checkedOn: (text: string) => checkDay(text, { to: context.today }),
  }
}

/** What a form or a file says of a service: all of it. */
export type ServiceFields = Required<Given<ReturnType<typeof serviceChecks>>>

/** Two names, of which one may be missing. A name of marks that stand on nothing is none. */
function checkNames(given: { en: string, zh: string | null }, context: Pick<Context, 'insisted'>): Checked<Text> {
  const en = checkLine(given.en, context, GUIDE_NAME_MAX)
  if ('refused' in en)
    return en
  const zh = checkLine(given.zh ?? '', context, GUIDE_NAME_MAX)
  if ('refused' in zh)
    return { ...zh, field: 'nameZh' }
  const [first, second] = [seen(en.value), seen(zh.value)]
  return first || second ? { value: { en: first || second, zh: second || null } } : { refused: 'name-needed' }
}

/** Empty where nothing of it can be seen by itself. */
function seen(name: string): string {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(name) ? name : ''
}

/** `https://www.example.com/login` and `example.com` alike; blank is none. */
function checkDomain(text: string): Checked<string | null> {
  const typed = cleanLine(text).toLowerCase()
  if (typed === '')
    return { value: null }
  const host = typed.replace(/^https:\/\//, '').replace(/[/?#].*$/, '').replace(/^www\./, '')
  return domainSchema.safeParse(host).success ? { value: host } : { refused: 'not-a-domain' }
}

function orNull(checked: Checked<string>): Checked<string | null> {
  return 'value' in checked && checked.value === '' ? { value: null } : checked
}

function unique(checked: Checked<string[]>): Checked<string[]> {
  return 'value' in checked ? { value: [...new Set(checked.value)] } : checked
}
