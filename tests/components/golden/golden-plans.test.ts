import type { Language } from '../../../src/core/records/settings'
import type { ExitRoute, LineStatus, PhoneNumber } from '../../../src/core/records/number'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addNumber } from '../../../src/core/actions/add-number'
import { logBinding } from '../../../src/core/actions/log-binding'
import { noteBalance } from '../../../src/core/actions/note-balance'
import { setLineStatus } from '../../../src/core/actions/set-line-status'
import { startApp } from '../app'
import { until } from '../page'
import { planSpeaker } from './plan-text'

const FOLDER = resolve(import.meta.dirname, '../../fixtures/plans')

type Case = { name: string, provider: PhoneNumber['provider'], e164: string, country: string, currency: string, exitRoute?: ExitRoute, status?: LineStatus, fields?: Partial<PhoneNumber> }

const at = (id: string): PhoneNumber['provider'] => ({ kind: 'catalog', id })
const us = { e164: '+14155550134', country: 'US', currency: 'USD' }
const uk = { e164: '+447700900117', country: 'GB', currency: 'GBP' }

const CASES: readonly Case[] = [
  { name: 'google-voice', provider: at('google-voice'), ...us },
  { name: 'skype-number', provider: at('skype-number'), ...us },
  { name: 'skype-number-gone', provider: at('skype-number'), ...us, status: 'provider-retired' },
  { name: 'ultra-mobile-paygo', provider: at('ultra-mobile-paygo'), ...us },
  { name: 'ultra-mobile-paygo-expire', provider: at('ultra-mobile-paygo'), ...us, exitRoute: 'let-expire', fields: { paidThroughOn: '2026-12-12' } },
  { name: 'tello', provider: at('tello'), ...us },
  { name: 'giffgaff', provider: at('giffgaff-uk'), ...uk },
  { name: 'giffgaff-port-out', provider: at('giffgaff-uk'), ...uk, exitRoute: 'port-out' },
  { name: 'twilio', provider: at('twilio'), ...us },
  { name: 'textnow', provider: at('textnow'), ...us },
  { name: 'hushed', provider: at('hushed'), ...us },
  { name: 'callcentric', provider: at('callcentric'), ...us },
  { name: 'numberbarn', provider: at('numberbarn'), ...us },
  { name: 'google-fi', provider: at('google-fi'), ...us },
  { name: 't-mobile-prepaid', provider: at('t-mobile-prepaid'), ...us },
  { name: 't-mobile-prepaid-in-arrears', provider: at('t-mobile-prepaid'), ...us, status: 'in-arrears' },
  { name: 'china-mobile-hk-prepaid', provider: at('china-mobile-hk-prepaid'), e164: '+85255550100', country: 'HK', currency: 'HKD' },
  { name: 'jmp-chat', provider: at('jmp-chat'), ...us },
  { name: 'unknown', provider: { kind: 'own', name: 'Corner Telecom' }, ...us },
  { name: 'lost', provider: at('ultra-mobile-paygo'), ...us, status: 'lapsed' },
]

async function say({ provider, e164, country, currency, exitRoute = 'cancel', status, fields }: Case, language: Language): Promise<string> {
  let text = ''
  const { act, goTo, untether } = await startApp({ language, pages: { number: planSpeaker(said => text = said) } })
  const id = await act(addNumber, { e164, country, provider, exitRoute, ...fields })
  const { accountId } = await act(logBinding, { numberId: id, service: { kind: 'catalog', id: 'google' }, login: 'mei@example.com', roles: ['recovery'] })
  await act(logBinding, { numberId: id, service: { kind: 'catalog', id: 'chase' }, roles: ['sms-2fa'], guardedBy: [accountId] })
  await act(logBinding, { numberId: id, service: { kind: 'catalog', id: 'telegram' }, roles: ['login-id'] })
  await act(noteBalance, { numberId: id, balance: { typed: '4.20', currency } })
  if (status)
    await act(setLineStatus, { numberId: id, status, catalog: untether.catalog, isLost: true })
  await goTo(`/numbers/${id}`)
  await until(() => text !== '')
  return text
}

/** Written to be read aloud: would a nervous person know what to do next, and is nothing wrong or made up? */
describe('the plan in words', () => {
  for (const item of CASES) {
    for (const language of ['en', 'zh-CN'] as const) {
      it(`of ${item.name} in ${language}`, async () => {
        const text = await say(item, language)
        // Nothing is left unfilled or unnamed.
        expect(text).not.toMatch(/\{\w+\}|undefined|null|words\.|plan\.\w+\./)
        await expect(`${text}\n`).toMatchFileSnapshot(resolve(FOLDER, `${item.name}.${language}.md`))
      })
    }
  }
})
