import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { editNumber } from '../../../src/core/actions/edit-number'
import AppSidebar from '../../../src/renderer/app/shell/AppSidebar.vue'
import ToastBar from '../../../src/renderer/app/shell/ToastBar.vue'
import { startApp } from '../app'
import { settle } from '../page'
import { violations } from '../ui/axe'

afterEach(() => void vi.useRealTimers())

function wide(isWide: boolean): void {
  window.matchMedia = query => ({ matches: query.includes('max-width') ? !isWide : false, media: query, addEventListener: () => undefined, removeEventListener: () => undefined }) as unknown as MediaQueryList
}

describe('sidebar', () => {
  beforeEach(() => wide(true))

  it('names pages, numbers with their days, and the way to log a binding', async () => {
    await startApp({ isSample: true, beside: AppSidebar })
    expect(await violations(document.body)).toEqual([])
    const text = document.body.textContent ?? ''
    for (const word of ['Today', 'PayGo SIM', '1d', 'Bank codes', '19d', 'Log a binding', 'On this computer only'])
      expect(text).toContain(word)
    expect(document.querySelector('[aria-current=page]')?.textContent).toContain('Today')
  })

  it('in a narrow window it is a rail whose icons keep their names', async () => {
    wide(false)
    await startApp({ isSample: true, beside: AppSidebar })
    expect(await violations(document.body)).toEqual([])
    expect(document.body.textContent?.trim()).toBe('')
    const names = [...document.querySelectorAll('[aria-label]')].map(item => item.getAttribute('aria-label'))
    expect(names).toEqual(expect.arrayContaining(['Today', 'Numbers', 'Add a number', 'PayGo SIM: may be lost soon', 'Log a binding', 'Settings']))
  })

  it('a place in it does not move when a number changes', async () => {
    const { untether } = await startApp({ isSample: true, beside: AppSidebar })
    const names = (): string[] => [...document.querySelectorAll('.nav-row')].map(row => row.textContent ?? '')
    const before = names()
    const [first] = untether.facts.value.numbers.values()
    await untether.run(editNumber, { numberId: first!.id, label: 'Renamed' })
    await flushPromises()
    expect(names()).toHaveLength(before.length)
    expect(names().findIndex(name => name.startsWith('Renamed'))).toBe(before.findIndex(name => name.startsWith(first!.label)))
  })
})

describe('toast', () => {
  beforeEach(() => wide(true))

  async function told() {
    const app = await startApp({ isSample: true, beside: ToastBar })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { undo } = app.untether.next.value
    app.untether.notice.value = { kind: 'done', event: undo! }
    await flushPromises()
    return app
  }

  it('is announced, with its undo', async () => {
    const { untether } = await told()
    const bar = document.querySelector('[role=status]')!
    expect(bar.getAttribute('aria-live')).toBe('polite')
    expect(bar.textContent).toContain('Added the sample data')
    vi.useRealTimers()
    expect(await violations(document.body)).toEqual([])
    bar.querySelector('button')!.click()
    await settle()
    expect(untether.facts.value.numbers.size).toBe(0)
    expect(untether.notice.value).toMatchObject({ kind: 'turned', mode: 'undo' })
  })

  it('stays 8 seconds, and while pointed at', async () => {
    const { untether } = await told()
    vi.advanceTimersByTime(7_900)
    expect(untether.notice.value).not.toBeNull()
    const box = document.querySelector('[role=status] > div')!
    box.dispatchEvent(new Event('pointerenter'))
    vi.advanceTimersByTime(60_000)
    expect(untether.notice.value).not.toBeNull()
    box.dispatchEvent(new Event('pointerleave'))
    vi.advanceTimersByTime(8_100)
    expect(untether.notice.value).toBeNull()
  })

  it('has two lines for what was done, and dates a near day shortly', async () => {
    const { untether } = await told()
    const event = untether.next.value.undo!
    untether.notice.value = { kind: 'done', event: { ...event, kind: 'task.snoozed', params: { taskKey: 'back-up:provider-data', taskKind: 'export-provider-data', until: '2027-01-04', note: '' } } }
    await flushPromises()
    const text = document.querySelector('[role=status] .line-clamp-2')?.textContent?.replaceAll('\u00A0', ' ')
    expect(text).toMatch(/^Put off “.+” until 4 Jan$/)
  })

  it('says why something was refused, with nothing to undo', async () => {
    const { untether } = await told()
    untether.notice.value = { kind: 'refused', refused: 'nothing-to-undo', params: {} }
    await flushPromises()
    const bar = document.querySelector('[role=status]')!
    expect(bar.textContent?.trim()).not.toBe('')
    expect(bar.querySelector('button')).toBeNull()
  })
})
