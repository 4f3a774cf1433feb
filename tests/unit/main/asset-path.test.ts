import { join, posix, win32 } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assetPath } from '../../../src/main/asset-path'

describe('assetPath', () => {
  it.each([
    ['app://untether/', 'index.html'],
    ['app://untether', 'index.html'],
    ['app://untether/index.html', 'index.html'],
    ['app://untether/index.html#/numbers', 'index.html'],
    ['app://untether/index.html?x=../../y', 'index.html'],
    ['app://untether/assets/index-D3f_9aBc.js', 'assets/index-D3f_9aBc.js'],
    ['app://untether/assets/%E5%8F%B7.svg', 'assets/号.svg'],
    ['app://untether/a%20b.txt', 'a b.txt'],
  ])('reads %s', (url, path) => {
    expect(assetPath(url)).toBe(path)
  })

  it.each([
    'app://untether/..',
    'app://untether/../main/index.cjs',
    'app://untether/assets/../../main/index.cjs',
    'app://untether/%2e%2e/main/index.cjs',
    'app://untether/%2E%2E%2Fmain',
    'app://untether/..%2fmain',
    'app://untether/..%5cmain',
    'app://untether/..\\main',
    'app://untether/%00',
    'app://untether/index.html%00.js',
    'app://untether//etc/passwd',
    'app://untether/assets//x.js',
    'app://untether/./index.html',
    'app://untether/.env',
    'app://untether/C:/Windows/win.ini',
    'app://untether/index.html::$DATA',
    'app://untether/index.html.',
    'app://untether/index.html%20',
    'app://untether/assets/',
    'app://untether/%',
    'app://untether/%zz',
    'app://untether/%ff',
    'app://untether:80/index.html',
    'app://user@untether/index.html',
    'app://untether.example/index.html',
    'app://elsewhere/index.html',
    'app:///index.html',
    'app:untether/index.html',
    'APP://untether/index.html',
    'file:///etc/passwd',
    'https://untether/index.html',
    '',
  ])('refuses %s', (url) => {
    expect(assetPath(url)).toBeNull()
  })

  it('never leaves the folder, on any system', () => {
    const piece = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('..', '.', '/', '\\', '%2e', '%2f', '%5c', '%00', '%252e', '%c0%ae', ':', 'C:', '~', '?', '#', 'a.js', ' '))
    fc.assert(fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const path = assetPath(`app://untether/${pieces.join('')}`)
      if (path === null)
        return
      for (const system of [posix, win32]) {
        const root = system === win32 ? 'C:\\app\\out\\renderer' : '/app/out/renderer'
        const file = system.join(root, ...path.split('/'))
        expect(file.startsWith(root + system.sep)).toBe(true)
        expect(system.normalize(file)).toBe(file)
      }
      expect(path).not.toContain('\0')
    }), { numRuns: 2_000 })
  })

  it('finds every plain name', () => {
    const name = fc.stringMatching(/^[\w-][\w .-]{0,20}[\w-]$/)
    fc.assert(fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), (names) => {
      const url = `app://untether/${names.map(encodeURIComponent).join('/')}`
      expect(assetPath(url)).toBe(names.join('/'))
      expect(join('/x', names.join('/'))).toBe(`/x/${names.join('/')}`)
    }))
  })
})
