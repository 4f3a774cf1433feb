import type { AppOptions } from '../app'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { addNumber } from '../../../src/core/actions/add-number'
import { overrideGate } from '../../../src/core/actions/override-gate'
import { tickTask } from '../../../src/core/actions/tick-task'
import { untickTask } from '../../../src/core/actions/untick-task'
import { snoozeTask } from '../../../src/core/actions/snooze-task'
import TodayPage from '../../../src/renderer/features/today/TodayPage.vue'
import { startApp } from '../app'
import { find, named, press, settle } from '../page'
import { violations } from '../ui/axe'

async function page(options: AppOptions = {}) {
  const app = await startApp({ isSample: true, pages: { today: TodayPage }, ...options })
  const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('li:not(.rows-leave-active) [data-task-row]')]
  const titles = (): string[] => rows().map(row => row.querySelector('.task-title')?.textContent ?? '')
  const next = (): string => document.querySelector('#next-title')?.textContent ?? ''
  return { ...app, rows, titles, next }
}

describe('today', () => {
  it.each(['en', 'zh-CN'] as const)('holds against axe in %s', async (language) => {
    await page({ language })
    expect(await violations(document.body)).toEqual([])
  })

  it('shows the next action, then what is late and due, the rest folded', async () => {
    const { next, titles } = await page()
    expect(next()).toBe('Verify Gmail: sign in once with the new code app')
    expect([...document.querySelectorAll('.today-main h2')].map(head => head.textContent)).toEqual([next(), 'Late', 'Today and tomorrow', 'Next 7 days'])
    expect(titles()[0]).toBe('Ask giffgaff again for the £8.50')
    expect(titles()).not.toContain(next())
    const fold = find('[aria-controls=later-rows]')
    const before = titles().length
    expect(fold.textContent).toMatch(/^Later, \d+ more$/)
    fold.click()
    await flushPromises()
    expect(titles().length).toBeGreaterThan(before)
    expect(fold.getAttribute('aria-expanded')).toBe('true')
  })

  it('says what waits, and for what', async () => {
    await page()
    const row = [...document.querySelectorAll('.task-row')].find(item => item.textContent?.includes('Chase'))
    expect(row?.textContent).toContain('after Gmail')
    expect(row?.querySelector('[role=checkbox]')?.getAttribute('aria-disabled')).toBe('true')
  })

  it('one stop for Tab; J and K and arrows walk, and stop at the ends', async () => {
    const { rows } = await page()
    expect(rows().filter(row => row.tabIndex === 0)).toHaveLength(1)
    await press('j')
    expect(document.activeElement).toBe(rows()[0])
    await press('ArrowDown')
    expect(document.activeElement).toBe(rows()[1])
    await press('k')
    await press('K')
    expect(document.activeElement).toBe(rows()[0])
    expect(rows().filter(row => row.tabIndex === 0)).toEqual([rows()[0]])
  })

  it('space ticks the next action, and undo brings it back', async () => {
    const { next, untether } = await page()
    const before = next()
    await press(' ')
    expect(next()).not.toBe(before)
    expect(untether.notice.value).toMatchObject({ kind: 'done', event: { kind: 'binding.verified' } })
    await untether.undo()
    await settle()
    expect(next()).toBe(before)
  })

  it('what is to be read first leads to it, and is not ticked unread', async () => {
    const { act, record, router } = await page({ isSample: false })
    const id = await act(addNumber, { e164: '+14155550134', provider: { kind: 'catalog', id: 'google-voice' } })
    await settle()
    expect(find('.bg-accent-soft button[aria-keyshortcuts=Space]').textContent).toContain('Read the rules')
    await press(' ')
    await settle()
    expect(record.facts().ticks.size).toBe(0)
    expect(router.currentRoute.value).toMatchObject({ name: 'plan', params: { id }, query: { task: 'prepare:confirm-rules' } })
  })

  it('leads to the last step, and is not it', async () => {
    const { act, record, router, untether } = await page({ isSample: false })
    const id = await act(addNumber, { e164: '+14155550134', provider: { kind: 'catalog', id: 'google-voice' } })
    await act(overrideGate, { numberId: id, last4: '0134', reason: 'Everything is written on paper' })
    for (const task of untether.plans.value.get(id)!.phases.flatMap(phase => phase.tasks)) {
      if (task.state === 'open' && task.key !== 'cancel:cancel')
        await act(snoozeTask, { numberId: id, taskKey: task.key, until: '2026-12-24', catalog: untether.catalog })
    }
    await act(untickTask, { numberId: id, taskKey: 'cancel:privacy-check' })
    await act(tickTask, { numberId: id, taskKey: 'cancel:privacy-check', catalog: untether.catalog })
    await settle()
    expect(find('.bg-accent-soft button[aria-keyshortcuts=Space]').textContent).toContain('Go to this step')
    const before = record.facts().ticks.size
    await press(' ')
    await settle()
    expect(record.facts().ticks.size).toBe(before)
    expect(router.currentRoute.value).toMatchObject({ name: 'plan', query: { task: 'cancel:cancel' } })
  })

  it('what comes first where nothing is to be done may be what was put off', async () => {
    const { act, untether } = await page({ isSample: false })
    const id = await act(addNumber, { e164: '+14155550134', exitRoute: 'keep' })
    for (const task of untether.plans.value.get(id)!.phases.flatMap(phase => phase.tasks))
      await act(snoozeTask, { numberId: id, taskKey: task.key, until: task.key === 'prepare:confirm-login' ? '2026-11-24' : '2026-11-30', catalog: untether.catalog })
    await settle()
    expect(find('.today-main').textContent?.replaceAll('\u00A0', ' ')).toMatch(/Next: Check that you can sign in.*tomorrow|Next: Check that you can sign in.*24/)
  })

  it('space on a row ticks that row and keeps the keys there', async () => {
    const { rows, titles, next } = await page()
    const before = next()
    const at = titles().findIndex(title => title.startsWith('Verify PayPal'))
    rows()[at]!.focus()
    await press(' ')
    expect(titles().some(title => title.startsWith('Verify PayPal'))).toBe(false)
    expect(next()).toBe(before)
    expect(rows()).toContain(document.activeElement)
  })

  it('enter opens the plan at the task, also what only a fact can settle', async () => {
    const { rows, goTo, router } = await page()
    rows()[0]!.click()
    await settle()
    expect(router.currentRoute.value).toMatchObject({ name: 'plan', query: { task: expect.stringMatching(/./) } })
    await goTo('/')
    rows()[0]!.focus()
    await press(' ')
    expect(router.currentRoute.value.name).toBe('plan')
  })

  it('o opens the link, whose domain was on the button', async () => {
    const { opened } = await page()
    expect(document.body.textContent).toContain('Open myaccount.google.com')
    await press('o')
    expect(opened).toHaveLength(1)
    expect(new URL(opened[0]!).hostname).toBe('myaccount.google.com')
  })

  it('s puts off: the next action, or the row in focus', async () => {
    const { next, rows, titles, untether } = await page()
    const before = next()
    await press('s')
    await press('ArrowDown')
    document.querySelectorAll<HTMLElement>('[role=menuitem]')[1]!.click()
    await settle()
    expect(next()).not.toBe(before)
    expect([...untether.facts.value.ticks.values()].some(tick => tick.snoozedUntil === '2026-11-26')).toBe(true)
    rows().at(-1)!.focus()
    const last = titles().at(-1)
    await press('s')
    document.querySelectorAll<HTMLElement>('[role=menuitem]')[2]!.click()
    await settle()
    expect([...untether.facts.value.ticks.values()].some(tick => tick.snoozedUntil === '2026-11-30')).toBe(true)
    expect(titles()).not.toContain(last)
  })

  it('what was put off stands under later, with its reason, and s brings it back', async () => {
    const { next, rows, titles, untether } = await page()
    const before = next()
    await press('s')
    document.querySelectorAll<HTMLElement>('[role=menuitem]')[1]!.click()
    await settle()
    find('[aria-controls=later-rows]').click()
    await settle()
    const row = () => rows()[titles().lastIndexOf(before)]!
    const said = () => row().closest('li')?.textContent?.replaceAll('\u00A0', ' ')
    expect(find('#later-rows').contains(row())).toBe(true)
    expect(said()).toContain('until 26 Nov')
    const [tick] = [...untether.facts.value.ticks.values()].filter(item => item.snoozedUntil === '2026-11-26')
    await untether.run(snoozeTask, { numberId: tick!.numberId, taskKey: tick!.taskKey, until: '2026-11-26', reason: 'the shop is shut', catalog: untether.catalog })
    await settle()
    expect(said()).toContain('the shop is shut')
    row().focus()
    await press('s')
    await settle()
    expect(next()).toBe(before)
  })

  it('a choice beyond the task’s day says so', async () => {
    const { rows } = await page()
    rows().find(item => item.textContent?.includes('Verify PayPal'))!.focus()
    await press('s')
    const notes = [...document.querySelectorAll('[role=menuitem]')].map(item => item.textContent ?? '')
    expect(notes[0]).not.toContain('after its day')
    expect(notes.at(-1)).toContain('after its day')
  })

  it('a provider that is not noted has a telephone, not the letter of words for nobody', async () => {
    const { act, rows, titles } = await page({ isSample: false })
    await act(addNumber, { e164: '+14155550187', exitRoute: 'keep' })
    await settle()
    find('[aria-controls=later-rows]').click()
    await settle()
    expect(titles().length).toBeGreaterThan(0)
    const mark = rows()[0]!.closest('li')!.querySelector('.ml-0\\.5')!
    expect(mark.tagName).toBe('svg')
  })

  it('a row says why it is here, by key and by mouse, to eyes and ears', async () => {
    const { rows } = await page()
    const row = rows()[0]!.closest('li')!
    rows()[0]!.focus()
    await press('w')
    await settle()
    const why = (): string => row.querySelector('ul')?.textContent ?? ''
    expect(why()).toContain('It belongs to “Follow up” in the plan for London trip.')
    expect(row.querySelectorAll('ul li').length).toBeGreaterThan(1)
    expect(find('.today [role=status]').textContent).toContain('London trip')
    expect(await violations(document.body)).toEqual([])
    await press('w')
    await settle()
    expect(row.querySelector('ul')).toBeNull()
    row.querySelector<HTMLElement>('.row-more')!.click()
    await settle()
    named('Why is this here?', '[role=menuitem]').click()
    await settle()
    expect(why()).toContain('London trip')
  })

  it('the next action gives the rest of its reasons', async () => {
    await page()
    find<HTMLElement>('h1').focus()
    named(/^Why/).click()
    await settle()
    const shown = find('#next-why').textContent ?? ''
    expect(shown).toContain('in the plan for Bank codes')
    expect(shown).not.toContain('Gmail can reset')
    expect(named(/^Why/).getAttribute('aria-expanded')).toBe('true')
  })

  it('a number has its phase, its days, its money and what is left in the rail', async () => {
    await page()
    const row = [...document.querySelectorAll('aside li')].find(item => item.textContent?.includes('Bank codes'))
    const text = row?.textContent?.replaceAll('\u00A0', ' ')
    for (const part of ['19 days left', 'Unbind', '$12.40 at stake'])
      expect(text).toContain(part)
    expect(row?.querySelector('[role=img]')?.getAttribute('aria-label')).toMatch(/^\d+ of \d+ left$/)
  })

  it('keys typed into a field are the field\'s', async () => {
    const { next } = await page()
    const before = next()
    const input = document.body.appendChild(document.createElement('input'))
    input.focus()
    await press(' ')
    expect(next()).toBe(before)
  })

  it('the rail says how long, how much and what will become of it', async () => {
    await page()
    const rail = document.querySelector('aside')!.textContent ?? ''
    for (const text of ['PayGo SIM', '1 day left', 'refund late', '£8.50', '$14.50', 'May be taken back'])
      expect(rail).toContain(text)
  })

  it('without numbers it says where to begin, and shows no rail', async () => {
    const { router } = await page({ isSample: false })
    expect(await violations(document.body)).toEqual([])
    expect(document.querySelector('aside')).toBeNull()
    named('Add a number').click()
    await settle()
    expect(router.currentRoute.value.name).toBe('add-number')
  })

  it('speaks Chinese', async () => {
    const { next } = await page({ language: 'zh-CN' })
    expect(next()).toBe('验证 Gmail：用新的验证器登录一次')
    expect(document.body.textContent).toContain('已逾期')
    expect(document.body.textContent).toContain('未退回的钱')
  })
})
