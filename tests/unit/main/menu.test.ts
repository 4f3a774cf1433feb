import type { MenuItemConstructorOptions } from 'electron'
import type { MenuFacts } from '../../../src/main/menu'
import { describe, expect, it, vi } from 'vitest'
import { menuTemplate } from '../../../src/main/menu'
import { unfitReason } from '../../../src/shared/accelerator'
import { menuCommands } from '../../../src/shared/ipc'

vi.mock('electron', () => ({ Menu: {} }))

const linux: MenuFacts = { language: 'en', platform: 'linux', isPackaged: true }

function entries(facts: MenuFacts, send: (command: string) => void = () => {}): MenuItemConstructorOptions[] {
  const flatten = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    items.flatMap(item => [item, ...Array.isArray(item.submenu) ? flatten(item.submenu) : []])
  return flatten(menuTemplate(facts, { send, openDataFolder: () => send('data'), openLogFolder: () => send('log') }))
}

describe.each(['linux', 'win32', 'darwin'] as const)('the menu on %s', (platform) => {
  it.each(['en', 'zh-CN'] as const)('has every command, each once, in %s', (language) => {
    const ids = entries({ language, platform, isPackaged: true }).map(({ id }) => id).filter(id => id !== undefined)

    expect(menuCommands.filter(command => !ids.includes(command))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('gives no two entries the same key', () => {
    const keys = entries({ language: 'en', platform, isPackaged: true }).map(({ accelerator }) => accelerator).filter(key => key !== undefined)

    expect(new Set(keys).size).toBe(keys.length)
  })

  it('has no key that can be set for use in any program', () => {
    const isMac = platform === 'darwin'
    const written = (accelerator: string): string => accelerator.replace('CommandOrControl', isMac ? 'Command' : 'Control')
    const keys = entries({ language: 'en', platform, isPackaged: true }).flatMap(({ accelerator }) => accelerator === undefined ? [] : written(String(accelerator)))

    expect(keys.length).toBeGreaterThan(9)
    expect(keys.filter(key => unfitReason(key, isMac) === null)).toEqual([])
  })

  it('names every entry', () => {
    const nameless = entries({ language: 'zh-CN', platform, isPackaged: false }).filter(({ type, label }) => type !== 'separator' && !label)

    expect(nameless).toEqual([])
  })
})

it('asks the window', () => {
  const asked: string[] = []
  for (const { click } of entries(linux, command => asked.push(command)))
    (click as (() => void) | undefined)?.()

  expect([...new Set(asked)].sort()).toEqual([...menuCommands, 'data', 'log'].sort())
})

it('lets only a developer reload and open the tools', () => {
  const roles = (isPackaged: boolean): unknown[] => entries({ ...linux, isPackaged }).map(({ role }) => role)

  expect(roles(true)).not.toContain('reload')
  expect(roles(true)).not.toContain('toggleDevTools')
  expect(roles(false)).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']))
})

it('marks letters where the system shows them, and nowhere else', () => {
  expect(entries(linux)[0]?.label).toBe('&File')
  expect(entries({ ...linux, platform: 'darwin' }).filter(({ label }) => label?.includes('&'))).toEqual([])
  expect(entries({ language: 'zh-CN', platform: 'darwin', isPackaged: true }).map(({ label }) => label)).toContain('文件')
})
