import { shell } from 'electron'
import { MAX_LINK_LENGTH } from '../shared/ipc'
import { parseUrl } from './address'

// eslint-disable-next-line no-control-regex -- controls are what it looks for
const UNPRINTABLE = /[\u0000-\u0020\u007F-\u00A0\u200B-\u200F\u2028-\u202F\u2060-\u206F\uFEFF\\]/

/** The link in its plain form when it may go to the system browser: https, no name or password in it; else null. */
export function safeLink(url: string): string | null {
  if (url.length > MAX_LINK_LENGTH || UNPRINTABLE.test(url) || !/^https:\/\//i.test(url))
    return null
  const parsed = parseUrl(url)
  const isPlain = parsed?.protocol === 'https:' && parsed.username === '' && parsed.password === '' && parsed.hostname !== ''
  return isPlain ? parsed.href : null
}

/** Opens the link in the system browser, or refuses it. */
export async function openExternal(url: string): Promise<'opened' | 'refused'> {
  const link = safeLink(url)
  if (link === null)
    return 'refused'
  await shell.openExternal(link)
  return 'opened'
}
