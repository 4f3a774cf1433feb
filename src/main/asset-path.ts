import { APP_HOST, APP_SCHEME } from './address'

const ADDRESS = new RegExp(`^${APP_SCHEME}://${APP_HOST}(/[^?#]*)?(?:[?#]|$)`, 's')
/** Encoded slash, backslash, dot or NUL: nobody needs them in a file name of ours, an attacker might. */
const HIDDEN_SEPARATOR = /%(?:2f|5c|2e|00)/i
/** What file systems read in their own way: controls, backslash, drive and stream colon, wildcards, quotes, pipes. */
// eslint-disable-next-line no-control-regex -- controls are what it looks for
const FORBIDDEN = /[\u0000-\u001F\u007F\\:*?"<>|]/

/**
 * The file that an `app://untether/…` address names, as a relative path with `/`; null when it is refused.
 *
 * The raw text is judged, not a parsed URL: a parser would quietly repair what we want to refuse.
 */
export function assetPath(url: string): string | null {
  const found = ADDRESS.exec(url)
  if (found === null)
    return null
  const raw = found[1] ?? '/'
  if (HIDDEN_SEPARATOR.test(raw))
    return null
  const path = decode(raw)
  if (path === null || FORBIDDEN.test(path))
    return null
  if (path === '/')
    return 'index.html'
  const parts = path.slice(1).split('/')
  return parts.every(isPlainName) ? parts.join('/') : null
}

/** A name that means itself on every system: not empty, not hidden, no dot or space at its end (Windows drops those). */
function isPlainName(name: string): boolean {
  return name !== '' && !name.startsWith('.') && !/[. ]$/.test(name)
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  }
  catch {
    return null
  }
}
