import { Buffer } from 'node:buffer'

/** The operating system's keychain. Nothing of it throws. */
export type Keychain = {
  /** Whether what it seals is really kept from others. */
  isReal: () => boolean
  /** Base64, or null when it cannot seal now. */
  seal: (text: string) => string | null
  /** The text, or null: another user, another machine, or a keychain that was emptied. */
  open: (box: string) => string | null
}

/** What we use of Electron's `safeStorage`; the last one is missing before Electron 25.5. */
export type SafeStorage = {
  isEncryptionAvailable: () => boolean
  encryptString: (text: string) => Buffer
  decryptString: (box: Buffer) => string
  getSelectedStorageBackend?: () => string
}

/** Backends of Linux that seal with a password everybody knows, or that are not there yet. */
const UNREAL: readonly string[] = ['basic_text', 'unknown']

/** The keychain behind `safeStorage`. Ask it only after the app is ready. */
export function makeKeychain(safeStorage: SafeStorage, platform: string): Keychain {
  const isReal = (): boolean => attempt(() => safeStorage.isEncryptionAvailable() && (platform !== 'linux' || isRealOnLinux(safeStorage))) ?? false
  return {
    isReal,
    seal: text => isReal() ? attempt(() => safeStorage.encryptString(text).toString('base64')) : null,
    open: box => attempt(() => safeStorage.decryptString(Buffer.from(box, 'base64'))),
  }
}

/** Where the backend cannot be asked for, nothing says that it is one. */
function isRealOnLinux(safeStorage: SafeStorage): boolean {
  const backend = safeStorage.getSelectedStorageBackend?.()
  return backend !== undefined && !UNREAL.includes(backend)
}

function attempt<T>(work: () => T): T | null {
  try {
    return work()
  }
  catch {
    return null
  }
}
