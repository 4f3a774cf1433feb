import type { Language } from '../../../src/core/records/settings'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { markBindingVerified } from '../../../src/core/actions/mark-binding-verified'
import { unbindKey } from '../../../src/core/plan/task-keys'
import BindingsPage from '../../../src/renderer/features/bindings/BindingsPage.vue'
import WhatIfPage from '../../../src/renderer/features/what-if/WhatIfPage.vue'
import { startApp } from '../app'
import { appears, find, named, press, settle, textOf, until } from '../page'
import { violations } from '../ui/axe'

async function open(language: Language = 'en', { isSample = true, query = '' } = {}) {
  const saved: { name: string, text: string }[] = []
  const app = await startApp({
    language,
    isSample,
    pages: { bindings: BindingsPage },
    bridge: {
      files: {
        save: async (name: string, bytes: Uint8Array) => {
          saved.push({ name, text: new TextDecoder().decode(bytes) })
          return { state: 'saved', path: `/tmp/${name}` }
        },
        open: async () => ({ state: 'cancelled' }),
      },
    },
  })
  await app.goTo(`/bindings/web${query}`)
  await until(() => document.querySelector('.web-picture, [class*=empty], .page-edges .text-h2') !== null)
  return { ...app, saved }
}

async function fall(language: Language = 'en') {
  const app = await startApp({ language, isSample: true, pages: { 'what-if': WhatIfPage } })
  await app.goTo(`/numbers/${app.numberId('0134')}/what-if`)
  await appears('section')
  return app
}

/** As a screen reader has it: without what is hidden from it. */
function nameOf(element: Element | null): string {
  const copy = element?.cloneNode(true) as Element | undefined
  copy?.querySelectorAll('[aria-hidden=true]').forEach(part => part.remove())
  return copy?.textContent?.trim() ?? ''
}
const node = (name: string): HTMLElement => [...document.querySelectorAll<HTMLElement>('[data-node]')].find(element => nameOf(element).startsWith(name))!
const focused = (): string => nameOf(document.activeElement)
const placesOf = () => [...document.querySelectorAll<HTMLElement>('[data-node]')].map(element => `${element.dataset['node']} ${element.closest<HTMLElement>('.absolute')!.style.top}`)

describe('the web of bindings', () => {
  it('holds nothing against axe, as a picture and as a list', async () => {
    for (const language of ['en', 'zh-CN'] as const) {
      const { unmount } = await open(language)
      expect(await violations(document.body)).toEqual([])
      named(/As a list|看列表/).click()
      await appears('.web-list')
      expect(await violations(document.body)).toEqual([])
      expect(document.body.textContent).not.toMatch(/\b(?:web|words|common)\.[a-z]/)
      unmount()
    }
  }, 30_000)

  it('shows numbers, accounts and what they guard, and how many of the bindings', async () => {
    await open()
    expect(textOf('[role=status]')).toBe('28 of 28 shown')
    expect(nameOf(node('Bank codes'))).toBe('Bank codes+1 415-555-0134, 9 of 14 left')
    expect(nameOf(node('Gmail · mei@example.com'))).toBe('Gmail · mei@example.com, Moved, not verified, critical, holds Bank codes, guards Chase, Coinbase, Wise and Amazon')
    expect(document.body.textContent).toContain('Gmail guards these 4')
  })

  it('walks along the lines by arrow keys, and follows the one that has the focus', async () => {
    await open()
    node('Bank codes').focus()
    await press('ArrowRight')
    expect(focused()).toMatch(/^Gmail/)
    await press('ArrowRight')
    expect(focused()).toMatch(/^Chase/)
    expect(document.activeElement?.getAttribute('data-node')).toMatch(/^guarded:/)
    await press('ArrowRight')
    expect(document.activeElement?.getAttribute('data-node')).toMatch(/^account:/)
    await press('ArrowDown')
    expect(focused()).toMatch(/^Coinbase/)
    await press('ArrowLeft')
    expect(focused()).toMatch(/^Bank codes/)
    expect(document.querySelectorAll('[data-node][tabindex="0"]')).toHaveLength(1)
  })

  it('fades what does not hang together with what is pointed at', async () => {
    await open()
    node('Telegram').dispatchEvent(new Event('pointerover', { bubbles: true }))
    await flushPromises()
    expect(node('Telegram').closest('.web-faded')).toBeNull()
    expect(node('Bank codes').closest('.web-faded')).toBeNull()
    expect(node('Discord').closest('.web-faded')).not.toBeNull()
    expect(document.querySelectorAll('.web-on')).toHaveLength(1)
  })

  it('leads to the task of an account, and to a number', async () => {
    const { record, router, numberId } = await open()
    const telegram = [...record.facts().bindings.values()].find(({ accountId }) => {
      const { service } = record.facts().accounts.get(accountId)!
      return service.kind === 'catalog' && service.id === 'telegram'
    })!
    node('Telegram').click()
    await settle()
    expect(router.currentRoute.value).toMatchObject({ name: 'plan', params: { id: numberId('0134') }, query: { task: unbindKey(telegram.id) } })
    await router.push('/bindings/web')
    await appears('.web-picture')
    node('PayGo').click()
    await settle()
    expect(router.currentRoute.value).toMatchObject({ name: 'number', params: { id: numberId('0187') } })
  })

  it('moves nothing when a binding is settled: the line lets go', async () => {
    const { act, record } = await open()
    const before = placesOf()
    const loose = document.querySelectorAll('.web-lines .web-loose').length
    const moved = [...record.facts().bindings.values()].find(({ state }) => state === 'moved')!
    await act(markBindingVerified, { bindingId: moved.id })
    await settle()
    expect(placesOf()).toEqual(before)
    expect(document.querySelectorAll('.web-lines .web-loose').length).toBe(loose + 1)
  })

  it('shows one number, or one state, and everything again', async () => {
    const { numberId, router } = await open()
    const select = find<HTMLSelectElement>('select')
    select.value = numberId('0187')
    select.dispatchEvent(new Event('change', { bubbles: true }))
    await settle()
    expect(router.currentRoute.value.query['number']).toBe(numberId('0187'))
    expect(textOf('[role=status]')).toBe('9 of 28 shown')
    document.querySelectorAll<HTMLInputElement>('[role=group] input[type=checkbox]')[1]!.dispatchEvent(new Event('change', { bubbles: true }))
    await settle()
    expect(textOf('[role=status]')).toBe('1 of 28 shown')
  })

  it('gives the lines more room by + and less by −, and the text keeps its size', async () => {
    await open()
    const gap = (): number => Number.parseFloat(find<HTMLElement>('.web-picture').style.height)
    const usual = gap()
    node('Bank codes').focus()
    await press('+')
    expect(gap()).toBeGreaterThan(usual)
    await press('-')
    await press('-')
    expect(gap()).toBeLessThan(usual)
    await press('0')
    expect(gap()).toBe(usual)
    find('.web-scroller').dispatchEvent(Object.assign(new Event('wheel', { bubbles: true, cancelable: true }), { ctrlKey: true, deltaY: -100 }))
    await settle()
    expect(gap()).toBeGreaterThan(usual)
  })

  it('saves the whole picture as SVG', async () => {
    const { saved } = await open()
    named('Save picture').click()
    await settle()
    named('As SVG', '[role=menuitem]').click()
    await until(() => saved.length > 0)
    expect(saved[0]!.name).toBe('untether-web-2026-11-23.svg')
    expect(saved[0]!.text).toContain('>Telegram<')
    expect(saved[0]!.text).toContain('>London trip<')
    const parsed = new DOMParser().parseFromString(saved[0]!.text, 'image/svg+xml')
    expect(parsed.querySelector('parsererror')).toBeNull()
    expect(parsed.querySelectorAll('script, image, style, a')).toHaveLength(0)
  })

  it('says what to do where nothing is logged', async () => {
    await open('en', { isSample: false })
    expect(document.body.textContent).toContain('Nothing hangs on a number yet')
    expect(await violations(document.body)).toEqual([])
  })
})

describe('what if a number died today', () => {
  it('holds nothing against axe, in both languages', async () => {
    for (const language of ['en', 'zh-CN'] as const) {
      const { unmount } = await fall(language)
      expect(await violations(document.body)).toEqual([])
      expect(document.body.textContent).not.toMatch(/\b(?:web|words|common)\.[a-z]/)
      unmount()
    }
  }, 30_000)

  it('answers in one sentence, then account by account, the worst first', async () => {
    await fall()
    expect(textOf('h1')).toBe('If +1 415-555-0134 died today, 7 accounts would be shut, 3 of them with money')
    expect([...document.querySelectorAll('h2')].map(head => head.textContent?.trim())).toEqual(['Shut at once', 'Unknown', 'A stranger could take over'])
    expect(find('section li').textContent).toContain('Chase')
    expect(document.body.textContent).toContain('Moved, but the new way was never tried')
  })

  it('leads to the task of each account', async () => {
    const { router, numberId } = await fall()
    find('section li a').click()
    await settle()
    expect(router.currentRoute.value).toMatchObject({ name: 'plan', params: { id: numberId('0134') } })
    expect(router.currentRoute.value.query['task']).toMatch(/^unbind:/)
  })

  it('says so where the number is not there', async () => {
    const app = await startApp({ isSample: true, pages: { 'what-if': WhatIfPage } })
    await app.goTo('/numbers/nobody/what-if')
    await until(() => document.body.textContent?.includes('All numbers') === true)
    expect(document.querySelector('section')).toBeNull()
  })
})
