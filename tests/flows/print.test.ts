import type { Facts } from '../../src/core/records/tables'
import type { RunningApp } from './app'
import type { Paper } from './paper'
import type { User } from './screens'
import { Buffer } from 'node:buffer'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_DAY, largeFacts } from '../fixtures/demo'
import { seedProfile } from '../fixtures/seed-profile'
import { appRoot, launchApp } from './app'
import { papers, printsToPdf } from './paper'
import { goTo, keyboardHand, PATIENTLY, pictureOfFailure, toast, tourFacts, user } from './screens'

/** The provider of the catalogue that asks for the most before it lets go. */
function strictestProvider(): { id: string, preconditions: string[] } {
  const folder = join(appRoot, 'resources/catalog/providers')
  const all = readdirSync(folder).map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')) as { id: string, preconditions: string[] })
  return all.sort((a, b) => b.preconditions.length - a.preconditions.length)[0]!
}

const strictest = strictestProvider()
let running: RunningApp
let who: User

/** A number at the strictest provider, with money on it and a long name. */
function strictFacts(): { facts: Facts, id: string } {
  const { facts, ids } = tourFacts(DEMO_DAY)
  const number = { ...facts.numbers.get(ids.payGo)!, provider: { kind: 'catalog' as const, id: strictest.id }, label: 'The second card, for the bank and the long journey home' }
  return { facts: { ...facts, numbers: new Map([...facts.numbers, [number.id, number]]) }, id: number.id }
}

beforeAll(async () => {
  running = await launchApp()
  who = user(running.page, keyboardHand(running.page), 'en')
})
afterEach(test => pictureOfFailure(test, running.page))
afterAll(() => running.close())

async function record(facts: Facts): Promise<void> {
  await seedProfile(running.page, facts)
  await running.page.locator('nav a').nth(facts.numbers.size).waitFor()
}

/** Prints by the key, as the user does. */
async function printed(pageSize: 'A4' | 'Letter', name: string): Promise<Paper> {
  await printsToPdf(running, pageSize)
  await running.press('Control+P')
  await expect.poll(async () => (await papers(running)).length, PATIENTLY).toBe(1)
  const [paper] = await papers(running)
  const folder = process.env['UNTETHER_PAPERS']
  if (folder) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${name}-${pageSize}.pdf`), Buffer.from(paper!.pdf, 'latin1'))
  }
  await running.page.locator('.print-sheet').waitFor({ state: 'detached' })
  return paper!
}

describe('on paper', () => {
  it.each(['en', 'zh-CN'] as const)('a call sheet takes one page, A4 and Letter, at the provider that asks for most (%s)', async (language) => {
    const { facts, id } = strictFacts()
    await record(facts)
    await running.chooseMenu(language === 'en' ? 'language-en' : 'language-zh')
    await running.page.locator(`html[lang=${language}]`).waitFor()
    await goTo(who, `/numbers/${id}/call?via=phone`)
    await running.page.locator('[data-reach] .text-dial').waitFor()
    for (const pageSize of ['A4', 'Letter'] as const) {
      const paper = await printed(pageSize, `call-${language}`)
      expect(paper.pages).toBe(1)
      // Both languages, whatever the one on screen.
      expect(paper.text).toContain('Please cancel it now, not at the end of the period.')
      expect(paper.text).toContain('请立即注销，不用等到本期结束。')
      expect(paper.text).toContain('Never read a code to somebody who called you.')
    }
  })

  it('a plan has every phase and every task on it, black on white in the dark theme', async () => {
    const { facts, ids } = tourFacts(DEMO_DAY)
    await record(facts)
    await running.chooseMenu('language-en')
    await running.chooseMenu('toggle-theme')
    await running.page.locator('html.dark').waitFor()
    await goTo(who, `/numbers/${ids.voice}/plan`)
    const names = await running.page.locator('[role=tab]').allInnerTexts()
    const paper = await printed('A4', 'plan')
    expect(paper.pages).toBeGreaterThan(0)
    expect(paper.pages).toBeLessThan(7)
    for (const name of names.map(text => text.split('\n')[0]!))
      expect(paper.text).toContain(name)
    for (const text of ['+1 415-555-0134', 'Printed', 'Gmail', 'Chase', 'Before you can cancel', 'Let the number rest'])
      expect(paper.text).toContain(text)
    await running.chooseMenu('toggle-theme')
  })

  it('a long plan breaks over pages and loses nothing', async () => {
    const facts = largeFacts({ numbers: 2, bindings: 300, today: DEMO_DAY })
    await record({ ...facts, settings: tourFacts(DEMO_DAY).facts.settings })
    const number = [...facts.numbers.values()].find(item => item.exitRoute === 'cancel')!
    await goTo(who, `/numbers/${number.id}/plan`)
    const paper = await printed('Letter', 'plan-long')
    expect(paper.pages).toBeGreaterThan(4)
    const logins = [...facts.bindings.values()].filter(binding => binding.numberId === number.id && !['candidate', 'dismissed'].includes(binding.state)).map(binding => facts.accounts.get(binding.accountId)!.login)
    expect(logins.filter(login => !paper.text.includes(login))).toEqual([])
  })

  it('says so where nothing was printed, and where a page has no printed form', async () => {
    const { facts, ids } = tourFacts(DEMO_DAY)
    await record(facts)
    await goTo(who, `/numbers/${ids.voice}/plan`)
    await running.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]!.webContents.print = (_options, done) => done?.(false, 'Invalid printer settings')
    })
    await running.page.getByRole('button', { name: who.t.print.print, exact: true }).click()
    await toast(who).getByText(who.t.print.failed).waitFor()
    await goTo(who, '/')
    await running.press('Control+P')
    await toast(who).getByText(who.t.print.nothing).waitFor()
  })
})
