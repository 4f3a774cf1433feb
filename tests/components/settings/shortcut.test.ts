import type { Language } from '../../../src/core/records/settings'
import type { ShortcutStatus } from '../../../src/shared/ipc'
import { describe, expect, it } from 'vitest'
import SettingsPage from '../../../src/renderer/features/settings/SettingsPage.vue'
import { filesBridge } from '../../fixtures/files-bridge'
import { startApp } from '../app'
import { appears, find, named, press, settle, textOf } from '../page'
import { violations } from '../ui/axe'

type Options = Partial<ShortcutStatus> & { language?: Language, platform?: string, others?: readonly string[] }

/** The settings, in a shell where other programs have some keys. */
async function open({ language = 'en', platform = 'linux', accelerator = null, isActive = accelerator !== null, others = [] }: Options = {}) {
  const taken = new Set(others)
  const asked: (string | null)[] = []
  let status: ShortcutStatus = { accelerator, isActive }
  const shortcut = {
    ...filesBridge().shortcut,
    status: async () => status,
    set: async (wanted: string | null) => {
      asked.push(wanted)
      if (wanted !== null && taken.has(wanted))
        return 'taken' as const
      status = { accelerator: wanted, isActive: wanted !== null }
      return 'set' as const
    },
  }
  const app = await startApp({ language, pages: { settings: SettingsPage }, bridge: { shortcut } })
  app.untether.info.platform = platform
  await app.goTo('/settings')
  const field = await appears('#shortcut input') as HTMLInputElement
  await settle()
  field.focus()
  return { ...app, field, asked, taken }
}

const shift = { code: 'KeyB', ctrlKey: true, shiftKey: true }

describe('log from anywhere', () => {
  it('holds nothing against axe, and has words for each of its states', async () => {
    for (const language of ['en', 'zh-CN'] as const) {
      for (const state of [{}, { accelerator: 'Control+Shift+B' }, { accelerator: 'Control+Shift+B', isActive: false }]) {
        const { unmount } = await open({ language, ...state })
        await press('Enter')
        expect(await violations(find('#shortcut'))).toEqual([])
        expect(textOf('#shortcut')).not.toMatch(/shortcut\.|\{/)
        unmount()
      }
    }
  }, 30_000)

  it('is off until keys are pressed in the field, and says what was set', async () => {
    const { field, asked, untether } = await open()
    expect(field.value).toBe('')
    await press('Shift', { code: 'ShiftLeft', shiftKey: true })
    expect(asked).toEqual([])
    await press('B', shift)
    expect(asked).toEqual(['Control+Shift+B'])
    expect(field.value).toBe('Ctrl Shift B')
    expect(untether.notice.value).toMatchObject({ key: 'shortcut.set', params: { keys: 'Ctrl Shift B' } })
  })

  it('is written as a Mac writes keys', async () => {
    const { field, asked } = await open({ platform: 'darwin' })
    await press('b', { code: 'KeyB', metaKey: true, shiftKey: true })
    expect(asked).toEqual(['Command+Shift+B'])
    expect(field.value).toBe('⌘⇧B')
  })

  it('says why keys are not taken, and Escape gives up', async () => {
    const { field, asked } = await open({ accelerator: 'F8' })
    for (const [key, options, words] of [['b', { code: 'KeyB' }, 'for typing'], ['b', { code: 'KeyB', ctrlKey: true }, 'most programs use'], ['ArrowUp', { code: 'ArrowUp', ctrlKey: true }, 'cannot be used']] as const) {
      await press(key, options)
      expect(textOf('#shortcut [role=alert]')).toContain(words)
      expect(field.getAttribute('aria-invalid')).toBe('true')
    }
    await press('Escape')
    expect(document.querySelector('#shortcut [role=alert]')).toBeNull()
    expect(field.value).toBe('F8')
    expect(asked).toEqual([])
  })

  it('keeps what was set where another program has the new keys', async () => {
    const { field } = await open({ accelerator: 'F8', others: ['Control+Shift+B'] })
    await press('B', shift)
    expect(textOf('#shortcut [role=alert]')).toContain('Another program has Ctrl Shift B. F8 stays set.')
    expect(field.value).toBe('F8')
  })

  it('is turned off by Delete, and by its button, which leaves the keyboard in the field', async () => {
    const { field, asked } = await open({ accelerator: 'F8' })
    await press('Delete')
    expect(asked).toEqual([null])
    expect(field.value).toBe('')
    await press('Backspace')
    expect(asked).toEqual([null])
    await press('B', shift)
    named('Turn off').click()
    await settle()
    expect(asked.at(-1)).toBeNull()
    expect(field.value).toBe('')
    expect(document.activeElement).toBe(field)
  })

  it('leaves Tab to the page, both ways', async () => {
    const { field, asked } = await open()
    for (const shiftKey of [false, true]) {
      const tab = new KeyboardEvent('keydown', { key: 'Tab', code: 'Tab', shiftKey, bubbles: true, cancelable: true })
      field.dispatchEvent(tab)
      expect(tab.defaultPrevented).toBe(false)
    }
    expect(asked).toEqual([])
  })

  it('says calmly that another program came first, and tries again when asked', async () => {
    const { field, taken } = await open({ accelerator: 'F8', isActive: false, others: ['F8'] })
    expect(field.value).toBe('F8')
    expect(textOf('#shortcut')).toContain('Another program had F8 when Untether started')
    expect(document.querySelector('#shortcut [role=alert]')).toBeNull()
    named('Try again').click()
    await settle()
    expect(textOf('#shortcut [role=alert]')).toBe('Another program has F8. Set others.')
    taken.clear()
    named('Try again').click()
    await settle()
    expect(textOf('#shortcut')).not.toContain('Another program')
  })
})
