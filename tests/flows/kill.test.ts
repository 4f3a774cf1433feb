import type { RunningApp } from './app'
import type { Stored } from './screens'
import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { launchApp, newProfile } from './app'
import { addNumber, beginWithNumber, logPanel, mouseHand, openLogPanel, serviceField, storedRows, user, VOICE } from './screens'

/** Times that the app is killed. */
const KILLS = 100
/** Longest that it writes before it is, in milliseconds. */
const LONGEST_MS = 400

let profile: string
let running: RunningApp

beforeEach(() => {
  profile = newProfile()
})

afterEach(async () => {
  await running.close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
})

/** Logs one binding after the other as fast as the panel takes them, and calls out the number of each when it is said to be logged. */
async function writeOn(from: number, onLogged: (index: number) => void): Promise<void> {
  const { page } = running
  const who = user(page, mouseHand(page), 'en')
  await page.exposeFunction('logged', onLogged)
  await openLogPanel(who)
  await serviceField(who).waitFor()
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

async function kill(): Promise<void> {
  const child = running.app.process()
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

it(`keeps every acknowledged change, whole and once, through ${KILLS} kills at random moments`, { timeout: KILLS * 8_000 }, async () => {
  running = await launchApp({ userDataDir: profile })
  const who = user(running.page, mouseHand(running.page), 'en')
  await beginWithNumber(who)
  await addNumber(who, { typed: VOICE, written: VOICE })
  await running.close()

  let next = 0
  const logged = new Set<number>()
  for (let round = 0; round <= KILLS; round++) {
    running = await launchApp({ userDataDir: profile })
    await running.page.waitForFunction(() => performance.getEntriesByName('app:usable').length > 0)
    const there = clubs(await storedRows(running.page))
    expect(new Set(there).size, 'none twice').toBe(there.length)
    expect([...logged].filter(index => !there.includes(index)), 'every acknowledged one').toEqual([])
    if (round === KILLS)
      break
    next = Math.max(-1, ...there) + 1
    await writeOn(next, index => void logged.add(index))
    await pause(Math.random() * LONGEST_MS)
    await kill()
  }
  expect(logged.size).toBeGreaterThan(KILLS)
})
