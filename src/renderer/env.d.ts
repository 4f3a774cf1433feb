/// <reference types="vite/types/importMeta.d.ts" />
import type { Bridge } from '../preload'

declare global {
  // eslint-disable-next-line ts/consistent-type-definitions -- only an interface can be merged into Window
  interface Window {
    /** The only way out of the window; see src/preload. */
    readonly untether: Bridge
  }
}
