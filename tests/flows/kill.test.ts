import type { RunningApp } from './app'
import type { Stored } from './screens'
import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { launchApp, newProfile } from './app'
import { addNumber, beginWithNumber, logPanel, mouseHand, openLogPanel, storedRows, user, VOICE } from './screens'

/** Times that the app is killed. */
const KILLS = 100
/** Longest that it writes before it is, in milliseconds. */
const LONGEST_MS = 250

/** Apps that are killed side by side, each with a profile of its own. */
const LANES = 2

let profiles: string[]
let running: RunningApp[]

beforeEach(() => {
  profiles = Array.from({ length: LANES }, newProfile)
  running = []
})

afterEach(async () => {
  await Promise.all(running.map(app => app.close()))
  profiles.forEach(profile => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }))
})

/** Logs one binding after the other as fast as the panel takes them, and calls out the number of each when it is said to be logged. */
async function writeOn({ page }: RunningApp, from: number, onLogged: (index: number) => void): Promise<void> {
  const who = user(page, mouseHand(page), 'en')
  await page.exposeFunction('logged', onLogged)
  await openLogPanel(who)
  const panel = await logPanel(who).elementHandle()
  await page.evaluate(({ panel, from }) => {
    const input = (panel as HTMLElement).querySelector('input')!
    const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!
    const tell = (window as unknown as { logged: (index: number) => void }).logged
    let index = from
    const write = (): void => {
      setValue.call(input, `Zzyx club ${index}`)
      input.dispatchEvent(new Event('input'))
      input.form!.requestSubmit()
    }
    new MutationObserver(() => {
      if ((panel as HTMLElement).querySelector('form > div:last-child [role=status]')!.textContent!.includes(`Zzyx club ${index} on `)) {
        tell(index++)
        write()
      }
    }).observe(panel!, { childList: true, characterData: true, subtree: true })
    write()
  }, { panel, from })
}

async function kill({ app }: RunningApp): Promise<void> {
  const child = app.process()
  const ended = new Promise(done => child.once('exit', done))
  child.kill('SIGKILL')
  await ended
}

/** Numbers of the clubs in the record; each must be whole: binding, account and event. */
function clubs(stored: Stored): number[] {
  const accounts = new Map(stored['accounts']!.map(account => [account['id'], account]))
  const events = stored['events']!.flatMap(event => event['kind'] === 'binding.logged' ? [(event['changes'] as { id: string }[]).map(change => change.id)] : []).flat()
  return stored['bindings']!.map((binding) => {
    const account = accounts.get(binding['accountId'])
    expect(account, 'the account of a binding').toBeDefined()
    expect(events).toContain(binding['id'])
    return Number((account!['service'] as { name: string }).name.split(' ').at(-1))
  })
}

/** One profile, written to and killed again and again. Gives back how many bindings were acknowledged. */
async function lane(index: number, kills: number): Promise<number> {
  const launch = async (): Promise<RunningApp> => running[index] = await launchApp({ userDataDir: profiles[index]! })
  const first = await launch()
  const who = user(first.page, mouseHand(first.page), 'en')
  await beginWithNumber(who)
  await addNumber(who, { typed: VOICE, written: VOICE })
  await first.close()

  const logged = new Set<number>()
  for (let round = 0; ; round++) {
    const app = await launch()
    await app.page.waitForFunction(() => performance.getEntriesByName('app:usable').length > 0)
    const there = clubs(await storedRows(app.page))
    expect(new Set(there).size, 'none twice').toBe(there.length)
    expect([...logged].filter(number => !there.includes(number)), 'every acknowledged one').toEqual([])
    if (round === kills)
      return logged.size
    await writeOn(app, Math.max(-1, ...there) + 1, number => void logged.add(number))
    await pause(Math.random() * LONGEST_MS)
    await kill(app)
  }
}

it(`keeps every acknowledged change, whole and once, through ${KILLS} kills at random moments`, { timeout: KILLS * 8_000 }, async () => {
  const logged = await Promise.all(profiles.map((_, index) => lane(index, KILLS / LANES)))
  expect(logged.reduce((sum, count) => sum + count)).toBeGreaterThan(KILLS)
})
