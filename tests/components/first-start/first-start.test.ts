import { describe, expect, it } from 'vitest'
import FirstStartPage from '../../../src/renderer/features/first-start/FirstStartPage.vue'
import AddNumberPage from '../../../src/renderer/features/numbers/AddNumberPage.vue'
import { startApp } from '../app'
import { find, named, press, settle, until } from '../page'
import { violations } from '../ui/axe'

async function open() {
  const app = await startApp({ pages: { 'first-start': FirstStartPage, 'add-number': AddNumberPage } })
  await app.goTo('/welcome')
  return app
}

describe('first start', () => {
  it('holds nothing against axe', async () => {
    await open()
    expect(await violations(document.body)).toEqual([])
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
    await Promise.all([press('e'), press('e')])
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
