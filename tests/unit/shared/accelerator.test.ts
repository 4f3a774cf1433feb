import type { KeyPress } from '../../../src/shared/accelerator'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceleratorOf, keysOf, unfitReason } from '../../../src/shared/accelerator'

/** Ctrl, Alt, Shift and Meta in front of a key: `C-A-S-M-KeyB`. */
function pressOf(written: string, key = ''): KeyPress {
  const parts = written.split('-')
  const code = parts.pop() ?? ''
  return { code, key: key || code.replace(/^(?:Key|Digit)/, ''), ctrlKey: parts.includes('C'), altKey: parts.includes('A'), shiftKey: parts.includes('S'), metaKey: parts.includes('M') }
}

const keys = fc.oneof(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'), fc.integer({ min: 1, max: 24 }).map(n => `F${n}`), fc.constant('Space'))
const codeOf = (key: string): string => key.length > 1 ? key : /\d/.test(key) ? `Digit${key}` : `Key${key}`
const presses = fc.record({ key: keys, ctrlKey: fc.boolean(), altKey: fc.boolean(), shiftKey: fc.boolean(), metaKey: fc.boolean() }).map(({ key, ...held }): KeyPress => ({ ...held, code: codeOf(key), key: key === 'Space' ? ' ' : key.length === 1 ? key.toLowerCase() : key }))

/** The press that an accelerator stands for. */
function pressBack(accelerator: string): KeyPress {
  const parts = accelerator.split('+')
  const key = parts.pop() ?? ''
  return { code: codeOf(key), key, ctrlKey: parts.includes('Control'), altKey: parts.includes('Alt'), shiftKey: parts.includes('Shift'), metaKey: parts.includes('Command') }
}

describe.each([['a PC', false], ['a Mac', true]] as const)('on %s', (_, isMac) => {
  it('whatever is taken is fit, and pressed as it is written gives the same again', () => {
    fc.assert(fc.property(presses, (press) => {
      const pressed = acceleratorOf(press, isMac)
      if (pressed === null || 'unfit' in pressed)
        return
      expect(unfitReason(pressed.accelerator, isMac)).toBeNull()
      expect(pressBack(pressed.accelerator)).toMatchObject({ code: press.code, ctrlKey: press.ctrlKey, altKey: press.altKey, shiftKey: press.shiftKey, metaKey: press.metaKey })
      expect(acceleratorOf(pressBack(pressed.accelerator), isMac)).toEqual(pressed)
    }))
  })

  it('nothing is taken that types, or that is Ctrl or Cmd with one letter', () => {
    fc.assert(fc.property(presses, (press) => {
      const isTyped = !press.ctrlKey && !press.altKey && !press.metaKey
      const isPlain = !press.altKey && !press.shiftKey && press.ctrlKey !== press.metaKey
      fc.pre(!/^F\d/.test(press.code) && (isTyped || isPlain))
      expect(acceleratorOf(press, isMac)).toEqual({ unfit: isTyped ? 'modifier' : 'used' })
    }))
  })

  it('two accelerators are never written alike', () => {
    fc.assert(fc.property(presses, presses, (one, other) => {
      const [a, b] = [acceleratorOf(one, isMac), acceleratorOf(other, isMac)]
      fc.pre(a !== null && b !== null && 'accelerator' in a && 'accelerator' in b)
      expect(keysOf((a as { accelerator: string }).accelerator, isMac) === keysOf((b as { accelerator: string }).accelerator, isMac)).toBe(JSON.stringify(a) === JSON.stringify(b))
    }))
  })

  it('any text is judged, and only one that was written here is fit', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.array(fc.constantFrom('Control', 'Shift', 'Alt', 'Command', 'Super', 'CmdOrCtrl', 'B', 'F5', '', 'Plus')).map(parts => parts.join('+'))), (text) => {
      if (unfitReason(text, isMac) === null)
        expect(acceleratorOf(pressBack(text), isMac)).toEqual({ accelerator: text })
    }))
  })
})

it('waits while only modifiers are held', () => {
  for (const code of ['ControlLeft', 'ShiftRight', 'AltLeft', 'MetaLeft'])
    expect(acceleratorOf(pressOf(code), true)).toBeNull()
})

it('takes the letter of the layout, and the place of the key where the layout has none', () => {
  // French: the key left of S types Q. Option with B types ∫. Shift with 1 types "!". Russian types и.
  expect(acceleratorOf(pressOf('C-S-KeyA', 'Q'), false)).toEqual({ accelerator: 'Control+Shift+Q' })
  expect(acceleratorOf(pressOf('M-A-KeyB', '∫'), true)).toEqual({ accelerator: 'Command+Alt+B' })
  expect(acceleratorOf(pressOf('C-S-Digit1', '!'), false)).toEqual({ accelerator: 'Control+Shift+1' })
  expect(acceleratorOf(pressOf('C-A-KeyB', 'и'), false)).toEqual({ accelerator: 'Control+Alt+B' })
})

it('refuses with the reason', () => {
  const reasons = { 'KeyB': 'modifier', 'S-KeyB': 'modifier', 'Enter': 'modifier', 'C-S-ArrowUp': 'key', 'C-KeyB': 'used', 'C-KeyC': 'used', 'A-F4': 'used', 'A-Space': 'used', 'F11': 'used', 'M-KeyB': 'used', 'C-S-KeyZ': 'used' }
  for (const [written, unfit] of Object.entries(reasons))
    expect([written, acceleratorOf(pressOf(written), false)]).toEqual([written, { unfit }])
  expect(acceleratorOf(pressOf('F5'), false)).toEqual({ accelerator: 'F5' })
  expect(unfitReason('Command+Shift+B', false)).toBe('key')
  expect(unfitReason('Command+Shift+Q', true)).toBe('used')
})

it('is written as the keyboard is', () => {
  expect(keysOf('Control+Alt+Shift+B', false)).toBe('Ctrl Alt Shift B')
  expect(keysOf('Command+Control+Shift+B', true)).toBe('Ctrl ⌃ Shift B')
})
