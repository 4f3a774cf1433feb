import type { Locator, Page } from 'playwright-core'

/** Files of the disk held over a part of the window, as a file manager does it; at last let go, or not. */
export async function filesHeldOver(page: Page, place: Locator, files: string[], end: 'over' | 'drop'): Promise<void> {
  await place.scrollIntoViewIfNeeded()
  const box = await place.boundingBox()
  if (!box)
    throw new Error('nothing there to hold files over')
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files, dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', ...end === 'drop' ? ['drop' as const] : []] as const)
    await session.send('Input.dispatchDragEvent', { type, x: box.x + box.width / 2, y: box.y + box.height / 2, data })
  await session.detach()
}
