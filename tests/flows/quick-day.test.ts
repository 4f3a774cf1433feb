import type { Language } from '../../src/core/records/settings'
import type { User } from './screens'
import { describe, expect, it } from 'vitest'
import { addNumber } from '../../src/core/actions/add-number'
import { changeSettings } from '../../src/core/actions/change-settings'
import { emptyFacts } from '../../src/core/records/facts'
import { seedProfile } from '../fixtures/seed-profile'
import { run, testWorld } from '../unit/core/actions/world'
import { ownProfile } from './own-profile'
import { filled, goTo, keyboardHand, logPanel, openNumber, openPlan, openTab, PATIENTLY, phaseTab, serviceField, storedRows, taskDetail, taskRows, toast } from './screens'

const own = ownProfile()
const TODAY = new Date().toISOString().slice(0, 10)
const VOICE = '+1 415-555-0134'
const MANY = 50

/** Twenty lines as two people would type them: names, aliases, domains, pinyin and initials; roles, numbers, days in words. */
const LINES: Record<Language, readonly string[]> = {
  'en': [
    'chase me@example.com 2fa login #0134 !critical',
    'gmail me@example.com recovery #0134',
    'paypal me@example.com 2fa #0134',
    'whatsapp #0134 login',
    'telegram #0187 login',
    'github mei 2fa #0134',
    'amazon me@example.com recovery #0134',
    'instagram mei.2026 2fa #0134',
    'discord.com mei 2fa #0187',
    'coinbase me@example.com 2fa #0134 !critical',
    'uber login #0134',
    'netflix.com me@example.com contact #0187 !low',
    'dropbox me@example.com 2fa #0134',
    'ebay mei-sells 2fa #0134',
    'linkedin mei recovery #0134',
    'reddit mei contact #0187 !low',
    'microsoft me@example.com contact #0134',
    'steam mei 2fa #0134',
    'Corner Library #0134',
    'Harbour Gym #0187 !low',
  ],
  'zh-CN': [
    '大通 me@example.com 2fa 登录 #0134 !关键',
    'gmail me@example.com 找回 #0134',
    'paypal me@example.com 2fa #0134',
    '微信 wxid_mei 登录 #0134',
    'zfb me@example.com 登录 #0187',
    'github mei 2fa #0134',
    '亚马逊 me@example.com 找回 #0134',
    'instagram mei.2026 2fa #0134',
    'discord.com mei 2fa #0187',
    'coinbase me@example.com 2fa #0134 !关键',
    'uber 登录 #0134',
    'netflix.com me@example.com 联系 #0187 !低',
    'dropbox me@example.com 2fa #0134',
    'ebay mei-sells 2fa #0134',
    'linkedin mei 找回 #0134',
    'reddit mei 联系 #0187 !低',
    'microsoft me@example.com 联系 #0134',
    'steam mei 2fa #0134',
    '街角图书馆 #0134',
    '海港健身房 #0187 !低',
  ],
}

/** Two hundred shops whose names differ in their first three letters, each with an account. */
const SHOPS = Array.from({ length: 200 }, (_, at) => {
  const [first, vowel, last] = ['bdfgklmnpr'[at % 10]!, 'aeiou'[Math.floor(at / 10) % 5]!, 'vxzj'[Math.floor(at / 50)]!]
  return { name: `${first.toUpperCase()}${vowel}${last}oshop`, login: `buyer${at}@example.com` }
})

async function begin(language: Language): Promise<User> {
  const world = testWorld(41, TODAY)
  let { facts } = run(emptyFacts(), changeSettings, { language, isStarted: true }, world.context())
  facts = run(facts, addNumber, { e164: '+14155550134', country: 'US', provider: { kind: 'catalog', id: 'google-voice' }, exitRoute: 'cancel' }, world.context()).facts
  facts = run(facts, addNumber, { e164: '+16465550187', country: 'US', exitRoute: 'cancel' }, world.context()).facts
  const who = await own.launch(language)
  await seedProfile(who.page, facts)
  await who.page.locator('nav a').nth(2).waitFor()
  return { ...who, hand: keyboardHand(who.page) }
}

const bindings = async ({ page }: User): Promise<Record<string, unknown>[]> => (await storedRows(page))['bindings'] ?? []
const moved = async (who: User): Promise<number> => (await bindings(who)).filter(({ state }) => state === 'moved').length

/** The services of the tasks under Unbind, from first to last. */
async function order(who: User): Promise<string> {
  await who.hand.press(phaseTab(who, 'unbind'))
  await taskRows(who).first().waitFor()
  return (await taskRows(who).allInnerTexts()).join('\n')
}

describe.each(['en', 'zh-CN'] as const)('a day of logging, with the keyboard alone, in %s', (language) => {
  it('logs twenty, pastes two hundred, finds one, moves fifty, draws a guard and sees what would fall', { timeout: 240_000 }, async () => {
    const who = await begin(language)
    const { page, hand, t } = who

    await own.running.press('Control+B')
    await serviceField(who).waitFor()
    for (const [at, line] of LINES[language].entries()) {
      await page.keyboard.type(line)
      await page.keyboard.press('Enter')
      await expect.poll(() => serviceField(who).inputValue(), PATIENTLY).toBe('')
      await logPanel(who).getByText(filled(t.logBinding.count, { n: at + 1 })).waitFor()
    }
    const twenty = await bindings(who)
    expect(twenty).toHaveLength(LINES[language].length)
    const accounts = (await storedRows(page))['accounts']!
    expect(accounts.filter(({ service }) => (service as { kind: string }).kind === 'own')).toHaveLength(2)
    expect(accounts.filter(({ importance }) => importance === 'critical').length).toBeGreaterThanOrEqual(2)
    const numbers = (await storedRows(page))['numbers']!
    const second = numbers.find(({ e164 }) => e164 === '+16465550187')!['id']
    expect(twenty.filter(({ numberId }) => numberId === second)).toHaveLength(5)

    await own.running.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), SHOPS.map(({ name, login }) => `${name}\t${login}\t0134`).join('\n'))
    await page.keyboard.press('Control+V')
    await logPanel(who).getByRole('button', { name: t.quick.logThem.split('|').at(-1)!.trim().replace('{n}', '200') }).and(page.locator(':enabled')).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await bindings(who)).length, PATIENTLY).toBe(220)
    await page.keyboard.press('Escape')
    await logPanel(who).waitFor({ state: 'detached' })

    // Three letters, and one key or two: the first hit, or the next one down.
    for (const shop of [SHOPS[3]!, SHOPS[77]!, SHOPS[199]!]) {
      await own.running.press('Control+K')
      await page.getByRole('combobox', { name: t.palette.title, exact: true }).waitFor()
      await page.keyboard.type(shop.name.slice(0, 3).toLowerCase())
      await expect.poll(async () => (await page.getByRole('option').allInnerTexts()).findIndex(text => text.includes(shop.name)), PATIENTLY).toBeLessThan(2)
      await expect.poll(async () => (await page.getByRole('option').allInnerTexts()).findIndex(text => text.includes(shop.name)), PATIENTLY).toBeGreaterThanOrEqual(0)
      if (!(await page.locator('[role=option][aria-selected=true]').textContent())?.includes(shop.name))
        await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await taskDetail(who).filter({ hasText: shop.login }).waitFor()
    }

    await own.running.press('Control+3')
    const grid = page.getByRole('grid', { name: t.bindings.table, exact: true })
    await grid.waitFor()
    await hand.press(grid.getByRole('columnheader').getByRole('button', { name: t.bindings.columns.state, exact: true }))
    for (let step = 0; step < 40 && !await page.evaluate(() => document.activeElement?.matches('[data-id]') ?? false); step++)
      await page.keyboard.press('Tab')
    for (let step = 1; step < MANY; step++)
      await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('m')
    await toast(who).getByText(filled(t.event.bindings.moved, { n: MANY })).waitFor()
    await expect.poll(() => moved(who), PATIENTLY).toBe(MANY)
    await own.running.press('Control+Z')
    await expect.poll(() => moved(who), PATIENTLY).toBe(0)

    // GitHub is made a guard of PayPal: in the plan it goes before it from then on.
    await goTo(who, '/')
    await openNumber(who, VOICE)
    await openPlan(who)
    const before = await order(who)
    expect(before.indexOf('PayPal')).toBeLessThan(before.indexOf('GitHub'))
    await openNumber(who, VOICE)
    await openTab(who, 'bindings')
    await hand.press(page.getByRole('main').getByRole('button', { name: /PayPal/ }).first())
    const panel = page.getByRole('dialog')
    await hand.pick(panel.getByPlaceholder(t.numbers.bindings.addGuard), 'github', page.getByRole('option').filter({ hasText: 'GitHub' }))
    await panel.getByRole('button', { name: filled(t.numbers.bindings.removeGuard, { name: 'GitHub' }), exact: true }).waitFor()
    await page.keyboard.press('Control+Enter')
    await panel.waitFor({ state: 'detached' })
    await openPlan(who)
    await expect.poll(async () => {
      const now = await order(who)
      return now.indexOf('GitHub') < now.indexOf('PayPal')
    }, PATIENTLY).toBe(true)

    await openNumber(who, VOICE)
    await hand.press(page.getByRole('main').getByRole('link', { name: t.web.whatIf, exact: true }))
    await page.getByRole('heading', { level: 1, name: filled(t.web.fall.head.split('{number}')[1]!.split('{')[0]!, {}).trim() }).waitFor()
    const shut = page.getByRole('region', { name: new RegExp(`^${t.web.fall.sections.shut}`) })
    await shut.getByText('Chase').first().waitFor()
  })
})
