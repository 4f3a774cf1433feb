import type { Version } from './version'
import { version001 } from './001-first'

/** Every version, oldest first. */
export const versions: readonly Version[] = [version001]

/** The version this app writes. */
export const latestVersion = versions.length
