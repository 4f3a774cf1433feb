import type { ShellStore } from '../../../src/main/shell-state'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyState } from '../../../src/main/shell-state'
import { setupShortcut } from '../../../src/main/shortcut'

const { system } = vi.hoisted(() => ({ system: { keys: new Map<string, () => void>(), others: new Set<string>(), quit: () => {} } }))
vi.mock('electron', () => ({
  app: { on: (_name: string, listener: () => void) => void (system.quit = listener), commandLine: { appendSwitch: () => {} } },
  globalShortcut: {
    register(keys: string, pressed: () => void) {
      if (!system.others.has(keys))
        system.keys.set(keys, pressed)
      return !system.others.has(keys)
    },
    unregister: (keys: string) => system.keys.delete(keys),
    unregisterAll: () => system.keys.clear(),
  },
}))

beforeEach(() => {
  system.keys.clear()
  system.others.clear()
})

function start(kept: string | null = null) {
  let state = { ...emptyState, shortcut: kept }
  const store = {
    get state() {
      return state
    },
    change: part => void (state = { ...state, ...part }),
  } as ShellStore
  let pressed = 0
  const shortcut = setupShortcut({ store, onPressed: () => pressed++ })
  shortcut.watch()
  return { shortcut, pressed: () => pressed, registered: () => [...system.keys.keys()] }
}

describe('the keys from any program', () => {
  it('are none at first', () => {
    const { shortcut, registered } = start()
    expect(registered()).toEqual([])
    expect(shortcut.status()).toEqual({ accelerator: null, isActive: false })
  })

  it('are set, changed, taken away, and given back at the end', () => {
    const { shortcut, registered } = start()
    expect(shortcut.set('Control+Shift+B')).toBe('set')
    expect(shortcut.set('Control+Alt+L')).toBe('set')
    expect(registered()).toEqual(['Control+Alt+L'])
    expect(shortcut.status()).toEqual({ accelerator: 'Control+Alt+L', isActive: true })
    system.quit()
    expect(registered()).toEqual([])
    const again = start('Control+Alt+L')
    expect(again.registered()).toEqual(['Control+Alt+L'])
    expect(again.shortcut.set(null)).toBe('set')
    expect(again.registered()).toEqual([])
    expect(again.shortcut.status()).toEqual({ accelerator: null, isActive: false })
  })

  it('stay as they were where another program has the new ones', () => {
    system.others.add('Control+Alt+L')
    const { shortcut, registered } = start('Control+Shift+B')
    expect(shortcut.set('Control+Alt+L')).toBe('taken')
    expect(registered()).toEqual(['Control+Shift+B'])
    expect(shortcut.status()).toEqual({ accelerator: 'Control+Shift+B', isActive: true })
  })

  it('taken since the last time are still kept, and work once they are free and tried again', () => {
    system.others.add('F8')
    const { shortcut, registered } = start('F8')
    expect(shortcut.status()).toEqual({ accelerator: 'F8', isActive: false })
    expect(shortcut.set('F8')).toBe('taken')
    system.others.clear()
    expect(shortcut.set('F8')).toBe('set')
    expect(registered()).toEqual(['F8'])
    expect(shortcut.status()).toEqual({ accelerator: 'F8', isActive: true })
  })

  it('tell of a press until somebody has answered it, once', () => {
    const { shortcut, pressed } = start('F8')
    expect(shortcut.takePress()).toBe(false)
    system.keys.get('F8')?.()
    system.keys.get('F8')?.()
    expect(pressed()).toBe(2)
    expect([shortcut.takePress(), shortcut.takePress()]).toEqual([true, false])
  })
})
