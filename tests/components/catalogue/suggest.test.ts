import type { Language } from '../../../src/core/records/settings'
import { describe, expect, it } from 'vitest'
import { addNumber } from '../../../src/core/actions/add-number'
import { logBinding } from '../../../src/core/actions/log-binding'
import { settingsOf } from '../../../src/core/records/facts'
import { useDialogs } from '../../../src/renderer/app/dialogs'
import AskedDialogs from '../../../src/renderer/app/shell/AskedDialogs.vue'
import NumberPage from '../../../src/renderer/features/numbers/NumberPage.vue'
import { startApp } from '../app'
import { appears, find, named, press, settle, textOf, type, until } from '../page'
import { violations } from '../ui/axe'

/** The bindings of a number on which a bank hangs and nothing else. */
async function open(language: Language = 'en') {
  useDialogs().close()
  const app = await startApp({ language, pages: { number: NumberPage }, beside: AskedDialogs })
  const id = await app.act(addNumber, { e164: '+14155550177', country: 'US' })
  await app.act(logBinding, { numberId: id, service: { kind: 'catalog', id: 'chase' } })
  await app.goTo(`/numbers/${id}/bindings`)
  await until(() => document.querySelector('[data-suggest]') !== null)
  return { ...app, id }
}

const kinds = (): (string | undefined)[] => [...document.querySelectorAll<HTMLElement>('[data-suggest-kind]')].map(({ dataset }) => dataset['suggestKind'])

describe('suggestions on a number', () => {
  it.each(['en', 'zh-CN'] as const)('hold nothing against axe: %s', async (language) => {
    await open(language)
    expect(await violations(document.body)).toEqual([])
    expect(textOf('[data-suggest]')).toContain(language === 'en' ? 'And your e-mail?' : '邮箱呢？')
    expect(textOf('[data-suggest]')).toContain('Gmail')
  }, 30_000)

  it('are logged with one key, with the usual roles, and taken back by undo', async () => {
    const { record, untether } = await open()
    named('Log Gmail').focus()
    await press('Enter')
    const account = [...record.facts().accounts.values()].find(({ service }) => service.kind === 'catalog' && service.id === 'google')
    expect([...record.facts().bindings.values()].find(binding => binding.accountId === account?.id)?.roles).toEqual(['sms-2fa', 'recovery', 'contact'])
    expect(kinds()).not.toContain('email')
    expect(document.activeElement?.closest('[data-suggest]')).not.toBeNull()
    await untether.undo()
    await settle()
    expect(kinds()[0]).toBe('email')
  })

  it('are dismissed one by one or by kind, and come back by undo', async () => {
    const { record, untether, id } = await open()
    named('Gmail is not on this number').click()
    await settle()
    expect(textOf('[data-suggest]')).not.toContain('Gmail')
    expect(settingsOf(record.facts()).dismissedSuggestions?.[id]?.services).toEqual(['google'])
    named('none of these: E-mail').click()
    await settle()
    expect(kinds()).not.toContain('email')
    await untether.undo()
    await untether.undo()
    await settle()
    expect(kinds()[0]).toBe('email')
    expect(textOf('[data-suggest]')).toContain('Gmail')
  })

  it('stand in the log panel after the first binding is saved, and leave the line free', async () => {
    const { id } = await open()
    useDialogs().logBinding(id)
    await appears('[role=dialog] [role=combobox]')
    expect(document.querySelector('[role=dialog] [data-suggest]')).toBeNull()
    const line = find<HTMLInputElement>('[role=dialog] [role=combobox]')
    type(line, 'amazon')
    await settle()
    named('Add', '[role=dialog] button').click()
    await settle()
    await appears('[role=dialog] [data-suggest]')
    expect(document.querySelectorAll('[role=dialog] [data-suggest-kind]')).toHaveLength(1)
    expect(document.activeElement).toBe(find('[role=dialog] [role=combobox]'))
  })
})
