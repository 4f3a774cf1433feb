import type { SafeStorage } from '../../../../src/main/vault/keychain'
import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { makeKeychain } from '../../../../src/main/vault/keychain'

function storage(change: Partial<SafeStorage> = {}): SafeStorage {
  return {
    isEncryptionAvailable: () => true,
    encryptString: text => Buffer.from(`sealed:${text}`),
    decryptString: box => box.toString().replace(/^sealed:/, ''),
    ...change,
  }
}
function boom(): never {
  throw new Error('no keychain')
}

describe('isReal', () => {
  it('is what the system says on macOS and Windows', () => {
    for (const platform of ['darwin', 'win32']) {
      expect(makeKeychain(storage(), platform).isReal()).toBe(true)
      expect(makeKeychain(storage({ isEncryptionAvailable: () => false }), platform).isReal()).toBe(false)
      // The question exists on Linux only.
      expect(makeKeychain(storage({ getSelectedStorageBackend: boom }), platform).isReal()).toBe(true)
    }
  })

  it.each([['gnome_libsecret', true], ['kwallet', true], ['kwallet5', true], ['kwallet6', true], ['basic_text', false], ['unknown', false]])('on Linux with %s: %s', (backend, isReal) => {
    expect(makeKeychain(storage({ getSelectedStorageBackend: () => backend }), 'linux').isReal()).toBe(isReal)
    expect(makeKeychain(storage({ getSelectedStorageBackend: () => backend, isEncryptionAvailable: () => false }), 'linux').isReal()).toBe(false)
  })

  it('is no where Linux cannot be asked', () => {
    expect(makeKeychain(storage(), 'linux').isReal()).toBe(false)
    expect(makeKeychain(storage({ getSelectedStorageBackend: boom }), 'linux').isReal()).toBe(false)
  })
})

describe('seal and open', () => {
  it('give back what went in', () => {
    const keychain = makeKeychain(storage(), 'darwin')
    const box = keychain.seal('a key')
    expect(box).toBe(Buffer.from('sealed:a key').toString('base64'))
    expect(keychain.open(box!)).toBe('a key')
  })

  it('seal nothing with a keychain that is not real', () => {
    expect(makeKeychain(storage(), 'linux').seal('a key')).toBeNull()
  })

  it('never throw', () => {
    const keychain = makeKeychain(storage({ isEncryptionAvailable: boom }), 'darwin')
    expect([keychain.isReal(), keychain.seal('x')]).toEqual([false, null])
    expect(makeKeychain(storage({ encryptString: boom }), 'darwin').seal('x')).toBeNull()
    expect(makeKeychain(storage({ decryptString: boom }), 'darwin').open('x')).toBeNull()
  })
})
