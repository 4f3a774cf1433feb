import type { Language } from '../../../src/core/records/settings'
import { describe, expect, it } from 'vitest'
import { addNumber } from '../../../src/core/actions/add-number'
import { blankEntry, guideOf } from '../../../src/core/catalog/own-guide'
import { GUIDE_FORMAT, MAX_GUIDE_BYTES } from '../../../src/core/catalog/guide-file'
import AskedDialogs from '../../../src/renderer/app/shell/AskedDialogs.vue'
import { useDialogs } from '../../../src/renderer/app/dialogs'
import NumberPage from '../../../src/renderer/features/numbers/NumberPage.vue'
import PlanPage from '../../../src/renderer/features/plan/PlanPage.vue'
import { startApp } from '../app'
import { appears, find, named, press, settle, textOf, type, until } from '../page'
import { violations } from '../ui/axe'

const PANEL = '[role=dialog]'
const STEP = `${PANEL} ol textarea`

/** The editor beside the page of a number whose provider only the user knows, or that of a sample number. */
async function open(which: 'own' | '0134' = 'own', language: Language = 'en', page: 'number' | 'number-plan' = 'number') {
  const saved: { name: string, text: string }[] = []
  const app = await startApp({
    language,
    isSample: true,
    pages: { 'number': NumberPage, 'number-plan': PlanPage, 'plan': PlanPage },
    beside: AskedDialogs,
    bridge: {
      files: {
        save: async (name, bytes) => {
          saved.push({ name, text: new TextDecoder().decode(bytes) })
          return { state: 'saved', path: `/home/mei/${name}` }
        },
        open: async () => ({ state: 'cancelled' }),
      },
    },
  })
  useDialogs().close()
  const id = which === 'own' ? await app.act(addNumber, { e164: '+14155550177', provider: { kind: 'own', name: 'Corner Phone' } }) : app.numberId(which)
  await app.goTo(page === 'number' ? `/numbers/${id}` : `/numbers/${id}/plan`)
  return { ...app, id, saved, guide: () => [...app.record.facts().guides.values()][0] }
}

async function openEditor(name: string): Promise<void> {
  await until(() => [...document.querySelectorAll('button')].some(button => button.textContent?.includes(name)))
  named(name).click()
  await appears(`${PANEL} form`)
  await until(() => document.querySelector('[data-field=name] input') !== null)
}

function field(name: string): HTMLElement {
  return find(`[data-field="${name}"] :is(input, textarea)`)
}

/** A button of the panel. */
async function click(name: string): Promise<void> {
  named(name, `${PANEL} button`).click()
  await settle()
}

async function choose(text: string | Uint8Array<ArrayBuffer>, name = 'guide.json'): Promise<void> {
  const input = find<HTMLInputElement>('[data-entry-file]')
  Object.defineProperty(input, 'files', { configurable: true, value: [new File([text], name)] })
  input.dispatchEvent(new Event('change'))
  await settle()
}

const isShut = (): boolean => document.querySelector(PANEL) === null

describe('a guide of one\'s own', () => {
  it('is written step by step with the keyboard, and the plan follows it', async () => {
    const { guide, id, untether } = await open()
    await openEditor('Write your own guide')
    expect(textOf('[role=dialog]')).toContain('How Corner Phone is left')
    await click('Add a step')
    type(find(STEP), 'Call them')
    await settle()
    await press('Enter')
    type([...document.querySelectorAll(STEP)].at(-1)!, 'Open the app')
    await settle()
    await press('ArrowUp', { altKey: true })
    named('Phone', `${PANEL} label`).querySelector('input')!.click()
    await settle()
    type(field('page'), 'https://corner.example.com/leave')
    await press('Enter', { ctrlKey: true })
    await until(isShut)
    expect(guide()?.entry).toMatchObject({ name: { en: 'Corner Phone', zh: 'Corner Phone' }, channels: ['phone'], page: 'https://corner.example.com/leave', checkedOn: '2026-11-23' })
    expect(guide()?.entry.steps.map(({ text }) => text.en)).toEqual(['Open the app', 'Call them'])
    expect(untether.catalog.provider(guide()!.providerId)?.cancel.channels).toEqual(['phone'])
    expect(untether.plans.value.get(id)?.phases.flatMap(phase => phase.tasks).map(({ kind }) => kind)).toContain('cancel-by-phone')
    expect(textOf('[data-guide-mark]')).toBe('Your own guide, written by you, checked 23 Nov 2026')
    await untether.undo()
    await settle()
    expect(untether.facts.value.numbers.get(id)?.provider).toEqual({ kind: 'own', name: 'Corner Phone' })
  })

  it('says at the field what cannot be kept, and keeps what was typed', async () => {
    const { guide } = await open()
    await openEditor('Write your own guide')
    type(field('page'), 'http://corner.example.com')
    await click('Save')
    expect(textOf('[data-field=page] [role=alert]')).toContain('https://')
    expect(document.activeElement).toBe(field('page'))
    expect((field('page') as HTMLInputElement).value).toBe('http://corner.example.com')
    expect(guide()).toBeUndefined()
  })

  it('is not thrown away by Esc: it asks first', async () => {
    const { guide } = await open()
    await openEditor('Write your own guide')
    type(field('refundHow'), 'By e-mail')
    field('refundHow').focus()
    await press('Escape')
    expect(textOf(PANEL)).toContain('not saved')
    await click('Keep writing')
    expect((field('refundHow') as HTMLInputElement).value).toBe('By e-mail')
    await press('Escape')
    await click('Throw them away')
    await until(isShut)
    expect(guide()).toBeUndefined()
  })

  it('several lines pasted become several steps', async () => {
    await open()
    await openEditor('Write your own guide')
    await click('Add a step')
    const paste = new Event('paste', { bubbles: true, cancelable: true })
    Object.assign(paste, { clipboardData: { getData: () => '1. Sign in\n\n2) Delete\r\n- Wait' } })
    find(STEP).dispatchEvent(paste)
    await settle()
    expect([...document.querySelectorAll<HTMLTextAreaElement>(STEP)].map(({ value }) => value)).toEqual(['Sign in', 'Delete', 'Wait'])
  })

  it.each(['en', 'zh-CN'] as const)('holds nothing against axe, and shows no key instead of words: %s', async (language) => {
    await open('0134', language)
    await openEditor(language === 'en' ? 'Correct this guide' : '更正这份指南')
    expect(await violations(find(PANEL))).toEqual([])
    expect(document.body.textContent).not.toMatch(/\bguides\.[a-z]/)
  }, 30_000)
})

describe('a shipped guide', () => {
  it('is corrected, shows what was shipped, and comes back', async () => {
    const { guide, untether } = await open('0134')
    const shipped = untether.catalog.provider('google-voice')!
    await openEditor('Correct this guide')
    type(field('keepAliveDays'), '7')
    await settle()
    expect(textOf('[data-field=keepAliveDays]')).toContain(`Shipped: ${shipped.keepAlive.inactivityDays} days`)
    await click('Save')
    await until(isShut)
    expect(guide()).toMatchObject({ providerId: 'google-voice', origin: 'written', shippedOn: shipped.checkedOn })
    expect(untether.catalog.provider('google-voice')?.keepAlive.inactivityDays).toBe(7)
    expect(textOf('[data-guide-mark]')).toBe('Corrected by you, checked 23 Nov 2026')

    await openEditor('Change your guide')
    await click('Use the shipped one again')
    await until(isShut)
    expect(guide()).toBeUndefined()
    expect(untether.catalog.provider('google-voice')).toBe(shipped)
    expect(document.querySelector('[data-guide-mark]')).toBeNull()
  })

  it('in Chinese keeps the English of what was not touched', async () => {
    const { guide, untether } = await open('0134', 'zh-CN')
    await openEditor('更正这份指南')
    type(find(STEP), '先做这个')
    await click('保存')
    await until(isShut)
    const { entry } = guide()!
    expect(entry.steps[0]!.text).toEqual({ en: '先做这个', zh: '先做这个' })
    expect(entry.name).toEqual(untether.catalog.shippedProvider('google-voice')!.name)
    expect(entry.steps[1]!.text.zh).not.toBe(entry.steps[1]!.text.en)
  })

  it('is marked in the plan beside the steps that were corrected', async () => {
    const { record, untether, id } = await open('own', 'en', 'number-plan')
    await openEditor('Write your own guide')
    await click('Add a step')
    type(find(STEP), 'Write <b>them</b> a letter')
    await click('Save')
    await until(isShut)
    expect(guideOf(record.facts().guides, (untether.facts.value.numbers.get(id)!.provider as { id: string }).id)).toBeDefined()
    expect(textOf('.plan-steps')).toContain('Write <b>them</b> a letter')
    expect(textOf('[data-guide-mark]')).toContain('written by you')
  })
})

describe('a guide file', () => {
  const blank = { ...blankEntry('Corner Phone', '2026-10-01'), channels: ['chat'], refund: 'no', steps: [{ kind: null, text: '<img src=x onerror=alert(1)>' }] }
  const file = (guide: object = {}): string => JSON.stringify({ format: GUIDE_FORMAT, version: 1, provider: null, guide: { ...blank, ...guide } })

  it('is shown first, then taken over and marked as nobody\'s word', async () => {
    const { guide } = await open()
    await openEditor('Write your own guide')
    await choose(file())
    expect(textOf(PANEL)).toContain('<img src=x onerror=alert(1)>')
    expect(document.querySelector(`${PANEL} img`)).toBeNull()
    expect(guide()).toBeUndefined()
    await click('Use this guide')
    await until(isShut)
    expect(guide()).toMatchObject({ origin: 'file', entry: { channels: ['chat'], checkedOn: '2026-10-01' } })
    expect(textOf('[data-guide-mark]')).toContain('From a file')
  })

  it('asks before it takes the place of a guide that is there, and can be put away', async () => {
    const { guide } = await open()
    await openEditor('Write your own guide')
    await click('Save')
    await until(isShut)
    const before = guide()
    await openEditor('Change your guide')
    await choose(file({ name: 'Elsewhere' }))
    expect(textOf(PANEL)).toContain('It takes the place of the guide that you have')
    expect(textOf(PANEL)).toContain('about Elsewhere')
    await click('Do not use it')
    expect(textOf(PANEL)).not.toContain('Elsewhere')
    expect(guide()).toBe(before)
  })

  it.each<[string, string | Uint8Array<ArrayBuffer>, string]>([
    ['JSON that ends too early', '{"format":', 'not whole JSON'],
    ['bytes that are no text', Uint8Array.from([0xFF, 0xFE, 0x00, 0x80]), 'not text'],
    ['too large', new Uint8Array(MAX_GUIDE_BYTES + 1), 'larger than 256'],
    ['a link that runs script', file({ page: 'javascript:alert(1)' }), 'page'],
    ['a later version', JSON.stringify({ format: GUIDE_FORMAT, version: 2 }), 'newer Untether'],
  ])('is refused with its reason, and nothing changes: %s', async (_, content, reason) => {
    const { guide } = await open()
    await openEditor('Write your own guide')
    type(field('refundHow'), 'typed before')
    await choose(content)
    expect(textOf('[data-entry-broken]')).toContain(reason)
    expect(textOf('[data-entry-broken]')).toContain('Nothing was changed')
    expect((field('refundHow') as HTMLInputElement).value).toBe('typed before')
    expect(guide()).toBeUndefined()
  })

  it('is saved, says nothing of the numbers, and opens again as it was', async () => {
    const { guide, saved } = await open()
    await openEditor('Write your own guide')
    await click('Add a step')
    type(find(STEP), 'Call')
    await click('Save')
    await until(isShut)
    await openEditor('Change your guide')
    await click('Save as file')
    await until(() => saved.length > 0)
    const { entry } = guide()!
    expect(saved[0]!.text).not.toContain('0177')
    expect(JSON.parse(saved[0]!.text)).toMatchObject({ format: GUIDE_FORMAT, guide: entry })
    await click('Remove your guide')
    await until(isShut)
    await openEditor('Write your own guide')
    await choose(saved[0]!.text)
    await click('Use this guide')
    await until(isShut)
    expect(guide()?.entry).toEqual(entry)
  })
})
