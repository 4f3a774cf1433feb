import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { find, named } from '../plan/app'
import { settle, startNumbers, until } from '../numbers/app'
import { violations } from '../ui/axe'

afterEach(() => {
  document.body.innerHTML = ''
})
enableAutoUnmount(afterEach)

async function open() {
  const app = await startNumbers()
  await app.goTo('/welcome')
  return app
}

function press(key: string): void {
  const target = document.activeElement ?? document.body
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
}

describe('first start', () => {
  it('holds nothing against axe', async () => {
    const { app } = await open()
    expect(await violations(app.element as Element)).toEqual([])
  }, 30_000)

  it('begins with the keyboard on the first button', async () => {
    await open()
    expect(document.activeElement?.textContent).toContain('Add my first number')
  })

  it('remembers the language that is picked', async () => {
    const { record } = await open()
    find<HTMLInputElement>('input[value="zh-CN"]').click()
    await settle()
    expect(record.facts().settings.get('settings')?.language).toBe('zh-CN')
  })

  it('opens the sample with E, once however often it is pressed, and starts the app', async () => {
    const { record, router } = await open()
    press('e')
    press('e')
    await settle()
    await settle()
    expect(record.facts().numbers.size).toBe(3)
    expect(record.facts().settings.get('settings')?.isStarted).toBe(true)
    expect(router.currentRoute.value.name).toBe('today')
  })

  it('goes to the first number without calling itself started before there is one', async () => {
    const { record, router } = await open()
    named('Add my first number').click()
    await until(() => router.currentRoute.value.name === 'add-number')
    expect(router.currentRoute.value.name).toBe('add-number')
    expect(record.facts().settings.get('settings')?.isStarted ?? false).toBe(false)
  })
})
