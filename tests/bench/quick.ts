import type { Day } from '../../src/core/lib/day'
import type { Figure } from './figure'
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { gatherCatalog } from '../../src/build/catalog'
import { createCatalog } from '../../src/core/catalog/catalog'
import { parseLine } from '../../src/core/quick/parse-line'
import { largeFacts } from '../../src/core/sample/large'
import { seedProfile } from '../fixtures/seed-profile'
import { appRoot, launchApp, newProfile } from '../flows/app'
import { figure, quantile } from './figure'
import { timed, timedCopy } from './timed'

const TODAY: Day = '2026-11-23'
const ROUNDS = 12
/** What people type, key by key: names, initials, Chinese, a name that only begins, a service of one's own. */
const TYPED = [
  'chase me@example.com 2fa login #0134 !critical by 12/1',
  '微信 wxid_mei 登录 #0134',
  'zsyh mei 2fa !关键',
  'corner library card 4021 // asks by letter',
  'bank of america user4021@example.com recovery contact',
]
/** Issue's figures, and what copying the bindings takes on the machine where the limits were set. */
const KEY_MS = 4
const COPY_MS = 25
const MOST_KEYS = 6

/** The quick line against the whole catalogue and 50 numbers: what one more key costs, and how many keys a binding takes. */
export async function quick(): Promise<Figure[]> {
  const facts = largeFacts({ numbers: 50, bindings: 10_000, today: TODAY, seed: 7 })
  const world = { catalog: createCatalog(gatherCatalog(resolve(appRoot, 'resources/catalog')).facts), numbers: [...facts.numbers.values()], today: TODAY }
  const keys: number[] = []
  const copies: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    copies.push(timedCopy(facts))
    for (const text of TYPED) {
      for (let end = 1; end <= text.length; end++)
        keys.push(timed(() => parseLine(text.slice(0, end), world)))
    }
  }
  // The first rounds only warm up.
  const warm = (times: readonly number[]): number[] => times.slice(Math.floor(times.length / 4))
  return [
    figure({ area: 'quick', name: 'one key of the quick line, p95', value: quantile(warm(keys), 0.95), unit: 'ms', baseline: quantile(warm(copies), 0.5), limit: KEY_MS / COPY_MS }),
    figure({ area: 'quick', name: 'presses beyond the account’s own text', value: await measurePresses(), unit: 'keys', baseline: 1, limit: MOST_KEYS }),
  ]
}

/** Logs Alipay with an account in the real window, by its initials; counts what the window heard, and sees that the account is kept. */
async function measurePresses(): Promise<number> {
  const profile = newProfile()
  const login = 'mei.lin@example.com'
  const { page, press, close } = await launchApp({ userDataDir: profile })
  try {
    await seedProfile(page, largeFacts({ numbers: 1, bindings: 3, today: new Date().toISOString().slice(0, 10), seed: 7 }))
    await page.locator('nav a[href="#/bindings"]').waitFor()
    await page.evaluate(() => {
      const heard = { presses: 0 }
      Object.assign(window, { heard })
      addEventListener('keydown', ({ key }) => {
        // Held with another key it is that key's press.
        if (key !== 'Control' && key !== 'Meta' && key !== 'Shift')
          heard.presses++
      }, { capture: true })
    })
    await press('Control+B')
    await page.locator('[role=dialog] input:focus').waitFor()
    await page.keyboard.type(`zfb ${login}`)
    await page.keyboard.press('Enter')
    await page.getByRole('status').getByText(/Alipay|支付宝/).first().waitFor()
    const presses = await page.evaluate(() => (window as unknown as { heard: { presses: number } }).heard.presses)
    await page.evaluate(() => {
      location.hash = '#/bindings'
    })
    await page.locator('[role=grid]').getByText(login, { exact: true }).waitFor()
    return presses - login.length
  }
  finally {
    await close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}
