import type { Language } from '../../../src/core/records/settings'
import { beforeEach, describe, expect, it } from 'vitest'
import { logBinding } from '../../../src/core/actions/log-binding'
import { ownServiceOf, serviceEntryOf } from '../../../src/core/catalog/own-service'
import { writeServiceFile } from '../../../src/core/catalog/service-file'
import { useDialogs } from '../../../src/renderer/app/dialogs'
import AskedDialogs from '../../../src/renderer/app/shell/AskedDialogs.vue'
import { guides } from '../../../src/renderer/composables/use-guides'
import CataloguePage from '../../../src/renderer/features/catalogue/CataloguePage.vue'
import { useCatalogueState } from '../../../src/renderer/features/catalogue/catalogue-state'
import { startApp } from '../app'
import { appears, find, named, press, settle, textOf, type, until } from '../page'
import { violations } from '../ui/axe'

const PANEL = '[role=dialog]'
const search = (): HTMLInputElement => find('[data-search]')
const rows = (): string[] => [...document.querySelectorAll('[data-row]')].map(row => row.querySelector('.text-name')?.textContent ?? '')
const head = (): string => document.querySelector('article h2')?.textContent ?? ''
const fact = (key: string): string => textOf(`[data-fact="${key}"] dd`)
const field = (name: string): HTMLElement => find(`[data-field="${name}"] :is(input, textarea)`)
const isShut = (): boolean => document.querySelector(PANEL) === null

async function open(path = '/catalogue/services', language: Language = 'en') {
  useDialogs().close()
  const saved: { name: string, text: string }[] = []
  const app = await startApp({ language, isSample: true, pages: { catalogue: CataloguePage }, beside: AskedDialogs, bridge: {
    files: {
      save: async (name, bytes) => {
        saved.push({ name, text: new TextDecoder().decode(bytes) })
        return { state: 'saved', path: `/home/mei/${name}` }
      },
      open: async () => ({ state: 'cancelled' }),
    },
  } })
  await app.goTo(path)
  await until(() => document.querySelector('[data-search]') !== null)
  return { ...app, saved, own: (id: string) => ownServiceOf(app.record.facts().ownServices, id) }
}

async function seek(text: string): Promise<void> {
  search().focus()
  type(search(), text)
  await settle()
}

async function choose(text: string): Promise<void> {
  const input = find<HTMLInputElement>('[data-entry-file]')
  Object.defineProperty(input, 'files', { configurable: true, value: [new File([text], 'service.json')] })
  input.dispatchEvent(new Event('change'))
  await settle()
}

beforeEach(() => useCatalogueState().reset())

describe('the catalogue', () => {
  it.each([['/catalogue/services', 'en'], ['/catalogue/services/google', 'zh-CN'], ['/catalogue/providers/google-voice', 'en'], ['/catalogue/services?compare=chase,google', 'zh-CN']] as const)('holds nothing against axe, and shows no key instead of words: %s in %s', async (path, language) => {
    await open(path, language)
    expect(await violations(document.body)).toEqual([])
    expect(document.body.textContent).not.toMatch(/\b(?:catalogue|guides|plan)\.[a-z]/)
  }, 30_000)

  it('is searched by typing anywhere, walked with arrows, opened with Enter and left with Esc', async () => {
    const { router } = await open()
    expect(document.activeElement).toBe(search())
    await seek('zfb')
    expect(rows()[0]).toBe('Alipay')
    await press('ArrowDown')
    expect(document.activeElement?.textContent).toContain('Alipay')
    await press('ArrowDown')
    await press('ArrowUp')
    await press('Enter')
    expect(head()).toBe('Alipay')
    expect(router.currentRoute.value.params).toMatchObject({ kind: 'services', id: 'alipay' })
    expect(document.activeElement?.tagName).toBe('H2')
    await press('Escape')
    expect(document.activeElement?.textContent).toContain('Alipay')
    await press('Escape')
    expect(document.activeElement).toBe(search())
    await press('Escape')
    expect(search().value).toBe('')
  })

  it('is filtered, and says how many are left', async () => {
    const { untether } = await open()
    const select = find<HTMLSelectElement>('select[aria-label="Category"]')
    select.value = 'government'
    select.dispatchEvent(new Event('change'))
    await settle()
    const count = untether.catalog.services.filter(({ category }) => category === 'government').length
    expect(textOf('[aria-label="Entries"] [role=status]')).toBe(`${count} services`)
    await seek('no such thing at all')
    expect(textOf('[aria-label="Entries"]')).toContain('Nothing fits')
  })

  it('draws only the rows in sight', async () => {
    const { untether } = await open()
    expect(rows().length).toBeLessThan(60)
    expect(textOf('[aria-label="Entries"] [role=status]')).toBe(`${untether.catalog.services.length} services`)
    search().focus()
    await press('ArrowDown')
    await press('End')
    expect(document.activeElement?.getAttribute('data-row')).toBe('')
  })

  it('shows unknown as unknown, links with their domain, and third parties without a link', async () => {
    const { opened } = await open('/catalogue/services/google')
    expect(fact('needsOldNumber')).toBe('unknown')
    expect(fact('cooldown')).toContain('7 days')
    named('Change it at myaccount.google.com').click()
    await settle()
    expect(opened).toEqual(['https://myaccount.google.com/phone'])
    const sources = [...document.querySelectorAll('article section:last-of-type li')].map(line => [line.querySelector('[role=link]') !== null, line.textContent ?? ''] as const)
    expect(sources.length).toBeGreaterThan(2)
    expect(sources.filter(([isLink, text]) => isLink && text.includes('third party'))).toEqual([])
  })

  it('marks what was checked more than a year ago', async () => {
    const { untether } = await open('/catalogue/services/google')
    expect(textOf('article section:last-of-type')).not.toContain('more than a year ago')
    ;(untether.today as { value: string }).value = '2028-01-01'
    await settle()
    expect(textOf('article section:last-of-type')).toContain('more than a year ago')
  })

  it('leads from a service to its tasks, and logs one more with the service filled in', async () => {
    const { record } = await open('/catalogue/services/google')
    const link = find<HTMLAnchorElement>('[data-on-numbers] a')
    expect(link.getAttribute('href')).toMatch(/\/numbers\/.+\/plan\?task=unbind:/)
    const before = record.facts().bindings.size
    named('Log a binding here').click()
    await appears(`${PANEL} [role=combobox]`)
    expect(find<HTMLInputElement>(`${PANEL} [role=combobox]`).value).toBe('Google / Gmail')
    type(find(`${PANEL} input[placeholder="E-mail or login name"]`), 'new@example.com')
    await settle()
    named('Add', `${PANEL} button`).click()
    await settle()
    expect(record.facts().bindings.size).toBe(before + 1)
  })

  it('shows a provider with the rules of its country and one\'s own numbers there', async () => {
    await open('/catalogue/providers/google-voice')
    expect(head()).toBe('Google Voice')
    expect(textOf('[data-numbers-there]')).toContain('+1 415-555-0134')
    expect(document.querySelectorAll('[data-rules] li').length).toBeGreaterThan(0)
    expect(fact('refund')).toContain('in part')
  })

  it('says so where an entry is gone', async () => {
    await open('/catalogue/services/own-000000000000')
    expect(document.body.textContent).toContain('This entry is no longer there')
  })
})

describe('comparing', () => {
  it('takes three at most, chosen with Space, and shows them side by side', async () => {
    await open()
    await seek('ban')
    await press('ArrowDown')
    for (let at = 0; at < 4; at++) {
      await press(' ')
      await press('ArrowDown')
    }
    expect(useCatalogueState().compared.services.value).toHaveLength(3)
    await press('Enter', { ctrlKey: true })
    expect(document.querySelectorAll('table thead th')).toHaveLength(3)
    expect([...document.querySelectorAll('tbody th')].map(({ textContent }) => textContent)).toContain('If the account is lost')
    await press('Escape')
    expect(document.activeElement?.hasAttribute('data-row')).toBe(true)
  })
})

describe('a service of one\'s own', () => {
  it('is corrected, and the plan follows; undo brings the shipped one back', async () => {
    const { own, untether, numberId } = await open('/catalogue/services/chase')
    const importance = (): string | undefined => untether.plans.value.get(numberId('0134'))?.phases.flatMap(phase => phase.tasks).find(task => task.binding?.serviceId === 'chase')?.binding?.importance
    expect(importance()).toBe('critical')
    named('Correct this entry').click()
    await appears(`${PANEL} [data-field=name] input`)
    expect(await violations(find(PANEL))).toEqual([])
    named('Low', `${PANEL} label`).querySelector('input')!.click()
    await settle()
    type(field('riskNote'), 'They call back within a day')
    await settle()
    expect(textOf('[data-field=riskNote]')).toContain('Shipped:')
    field('riskNote').focus()
    await press('Enter', { ctrlKey: true })
    await until(isShut)
    expect(own('chase')?.entry).toMatchObject({ lossRisk: 'low', riskNote: { en: 'They call back within a day' } })
    expect(importance()).toBe('low')
    expect(fact('lossRisk')).toContain('They call back')
    expect(textOf('[data-guide-mark]')).toContain('Corrected by you')
    await untether.undo()
    await settle()
    expect(importance()).toBe('critical')
    expect(document.querySelector('[data-guide-mark]')).toBeNull()
  })

  it('is added by the name that was searched for, is found, and goes back to a mere name', async () => {
    const { act, own, numberId, record } = await open()
    await act(logBinding, { numberId: numberId('0134'), service: { kind: 'own', name: 'Corner Shop', category: 'other' } })
    await seek('corner shop')
    named('Add “corner shop”').click()
    await appears(`${PANEL} [data-field=name] input`)
    expect((field('name') as HTMLInputElement).value).toBe('corner shop')
    type(field('name'), '  ')
    await settle()
    named('Save', `${PANEL} button`).click()
    await settle()
    expect(textOf('[data-field=name] [role=alert]')).toBe('Give it a name first.')
    type(field('name'), '<b>Corner</b> 😀')
    await settle()
    type(field('domains'), 'corner.example.com，shop.example.com')
    await settle()
    named('Save', `${PANEL} button`).click()
    await until(isShut)
    await until(() => head() !== '')
    expect(head()).toBe('<b>Corner</b> 😀')
    expect(document.querySelector('article b')).toBeNull()
    const { service } = [...record.facts().accounts.values()].find(account => account.service.kind === 'catalog' && account.service.id.startsWith('own-'))!
    expect(own((service as { id: string }).id)?.entry.domains).toEqual(['corner.example.com', 'shop.example.com'])
    expect(textOf('[data-on-numbers]')).toContain('#0134')
  })

  it('goes out as a file and comes in from one, which says so and is not trusted', async () => {
    const { own, saved, untether } = await open('/catalogue/services/chase')
    const entry = serviceEntryOf(untether.catalog.service('chase')!, guides.value!.services['chase']!)
    named('Correct this entry').click()
    await appears(`${PANEL} [data-entry-file]`)
    await until(() => document.querySelector('[data-field=name] input') !== null)
    await choose(writeServiceFile({ serviceId: 'chase', entry: { ...entry, sources: ['http://example.com'] } }))
    expect(textOf('[data-entry-broken]')).toContain('sources.0')
    await choose(writeServiceFile({ serviceId: 'citi', entry: { ...entry, name: { en: '<i>Citi</i>', zh: null }, sources: ['https://chase.com/help'] } }))
    expect(textOf(PANEL)).toContain('It says it is about <i>Citi</i>')
    named('Use this entry', `${PANEL} button`).click()
    await until(isShut)
    expect(own('chase')?.origin).toBe('file')
    expect(head()).toBe('<i>Citi</i>')
    expect(textOf('[data-guide-mark]')).toContain('From a file')
    expect([...document.querySelectorAll('article section:last-of-type li')].map(({ textContent }) => textContent).join('\n')).toContain('third party: chase.com')
    named('Change your entry').click()
    await appears(PANEL)
    await until(() => document.querySelector('[data-field=name] input') !== null)
    named('Save as file', `${PANEL} button`).click()
    await settle()
    expect(saved[0]?.name).toBe('untether-service-chase.json')
    named('Use the shipped one again', `${PANEL} button`).click()
    await until(isShut)
    expect(own('chase')).toBeUndefined()
    expect(head()).toBe('Chase')
  })
})
