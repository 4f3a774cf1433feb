import type { WebContents } from 'electron'
import { expect, it } from 'vitest'
import { setupPrinting } from '../../../src/main/printing'

type Print = WebContents['print']

/** A window whose system dialog ends as told. */
function printing(isDone: boolean, reason: string, asked: Parameters<Print>[0][] = []): ReturnType<typeof setupPrinting> {
  const print: Print = (options, done) => {
    asked.push(options)
    done?.(isDone, reason)
  }
  return setupPrinting(() => ({ current: { webContents: { print } } }) as never)
}

it.each([
  [true, '', 'printed'],
  [false, 'Print job canceled', 'cancelled'],
  [false, 'cancelled', 'cancelled'],
  [false, 'Invalid printer settings', 'failed'],
  [false, '', 'failed'],
] as const)('tells how printing ended (%s, %s)', async (isDone, reason, answer) => {
  expect(await printing(isDone, reason)()).toBe(answer)
})

it('always asks the user, and paints no background', async () => {
  const asked: Parameters<Print>[0][] = []
  await printing(true, '', asked)()
  expect(asked).toEqual([{ silent: false, printBackground: false }])
})

it('fails quietly without a window', async () => {
  expect(await setupPrinting(() => ({ current: null }))()).toBe('failed')
})
