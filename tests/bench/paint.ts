import type { Page } from 'playwright-core'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * Presses a key and measures, inside the page, from the key event's own time stamp to the end of the frame that shows
 * its effect, in milliseconds.
 * @param options.afterChangeOf selector of what must change first; without it the next frame counts
 */
export async function keyToPaint(page: Page, key: string, { afterChangeOf }: { afterChangeOf?: string } = {}): Promise<number> {
  const painted = await page.evaluateHandle((selector: string | undefined) => {
    const measured = new Promise<number>((done) => {
      addEventListener('keydown', (event) => {
        const afterFrame = (): void => {
          requestAnimationFrame(() => {
            const channel = new MessageChannel()
            channel.port1.onmessage = () => done(performance.now() - event.timeStamp)
            channel.port2.postMessage(null)
          })
        }
        const changing = selector === undefined ? null : document.querySelector(selector)
        if (!changing)
          return afterFrame()
        const observer = new MutationObserver(() => {
          observer.disconnect()
          afterFrame()
        })
        observer.observe(changing, { childList: true, characterData: true, subtree: true })
      }, { capture: true, once: true })
    })
    return { measured }
  }, afterChangeOf)
  await page.keyboard.press(key)
  const time = await painted.evaluate(({ measured }) => measured)
  await painted.dispose()
  return time
}

/** How often the text is typed: a p95 over fewer than a hundred keys is little more than its one worst key. */
const ROUNDS = 3

/** Types into the focused field, one key at a time with a pause as between fast fingers, and measures each. */
export async function typeAndMeasure(page: Page, text = 'the quick brown fox jumps over it'): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    await page.locator(':focus').fill('')
    for (const key of text + text.slice(0, 20)) {
      times.push(await keyToPaint(page, key === ' ' ? 'Space' : key))
      await pause(40)
    }
  }
  return times.slice(5)
}
