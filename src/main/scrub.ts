import { engineWords } from './scrub-words'

/** What may be kept of an error: no word in it comes from the user. */
export type ScrubbedError = {
  /** Class of the error, e.g. `TypeError`. */
  kind: string
  /** Code of a system or runtime error, e.g. `ENOENT`; empty when there is none. */
  code: string
  message: string
  /** One line for each frame, with paths inside the app. */
  stack: readonly string[]
}

/** Stands for whatever was taken out. */
const GAP = '…'
const MAX_WORDS = 60
const MAX_FRAMES = 30

/** Scrubs anything that was thrown or rejected with. */
export function scrubError(error: unknown, appFolder: string): ScrubbedError {
  const { name, code, message, stack } = partsOf(error)
  return {
    kind: scrubKind(name),
    code: /^(?:E[A-Z]{2,20}|ERR_[A-Z_]{2,40})$/.test(code) ? code : '',
    message: scrubMessage(message),
    stack: scrubStack(stack.replace(message, ''), appFolder),
  }
}

/** Scrubs an error that arrived as text from the window. */
export function scrubReport({ message, stack }: { message: string, stack: string }, appFolder: string): ScrubbedError {
  const name = /^(?:Uncaught )?([A-Z][A-Za-z]*)(?::|$)/m.exec(stack)?.[1] ?? ''
  return scrubError({ name, message, stack }, appFolder)
}

/** Keeps the words that engines use and drops all others, with every digit, quoted text and sign. */
export function scrubMessage(message: string): string {
  const text = message.slice(0, 2_000).replace(/"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”|「[^」]*」/g, GAP)
  const words: string[] = []
  for (const [token, word, end = ''] of text.matchAll(/([^\s,.:;()]+)([,.:;]?)|[()]/g)) {
    const kept = word === undefined ? token : engineWords.has(word.toLowerCase()) ? word + end : GAP
    if (!(kept === GAP && words.at(-1) === GAP))
      words.push(kept)
    if (words.length === MAX_WORDS)
      break
  }
  return words.join(' ').replace(/\( /g, '(').replace(/ \)/g, ')')
}

/** Keeps the frames of a stack; paths become relative to the app, or `elsewhere` when they lie outside. */
export function scrubStack(stack: string, appFolder: string): string[] {
  const frames: string[] = []
  for (const line of stack.slice(0, 20_000).split('\n')) {
    const frame = scrubFrame(line, appFolder)
    if (frame !== null && frames.push(frame) === MAX_FRAMES)
      break
  }
  return frames
}

/** The name of a place in our code, as the window gives it. */
export function scrubPlace(where: string): string {
  return /^[a-z][a-z-]{0,20}(?:[:/.][A-Za-z][A-Za-z-]{0,30}){0,3}$/.test(where) ? where : 'unknown'
}

function scrubKind(name: string): string {
  return /^[A-Z][A-Za-z]{0,40}(?:Error|Exception)$/.test(name) ? name : 'Error'
}

const FRAME = /^\s*at (?:(\S.*?) \()?(\S.*?):(\d{1,6}):(\d{1,7})\)?\s*$/
const CALLED = /^(?:async |new )*[A-Za-z_$][\w$.<>]{0,80}(?: \[as [\w$]{1,40}\])?$/

function scrubFrame(line: string, appFolder: string): string | null {
  const found = FRAME.exec(line)
  if (found === null)
    return null
  const [, called = '', place = '', row, column] = found
  const name = CALLED.test(called) ? called.replace(/\d/g, '#') : '<anonymous>'
  return `at ${name} (${scrubPath(place, appFolder)}:${row}:${column})`
}

/** Only these top folders hold code of the app. */
const OWN_PATH = /^(?:out\/(?:main|preload|renderer)|assets|src|node_modules|@fs|@vite)\/[\w./@-]+$/
const OWN_PAGE = /^(?:index|crash)\.(?:html|js|cjs)$/

function scrubPath(place: string, appFolder: string): string {
  if (/^node:[a-z_/]{1,60}$/.test(place))
    return place
  const path = withoutRoot(place.replace(/\\/g, '/'), appFolder.replace(/\\/g, '/')).split(/[?#]/, 1)[0] ?? ''
  const isOwn = OWN_PAGE.test(path) || (OWN_PATH.test(path) && !path.includes('..') && !/[^/]@/.test(path))
  return isOwn ? path.replace(/\d/g, '#') : 'elsewhere'
}

function withoutRoot(path: string, appFolder: string): string {
  const local = path.replace(/^file:\/\//, '')
  if (appFolder !== '' && local.startsWith(`${appFolder}/`))
    return local.slice(appFolder.length + 1)
  return path.replace(/^app:\/\/untether\//, '').replace(/^http:\/\/localhost:\d+\//, '')
}

function partsOf(error: unknown): { name: string, code: string, message: string, stack: string } {
  const read = (key: string): string => {
    try {
      const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined
      return typeof value === 'string' ? value : ''
    }
    catch {
      return ''
    }
  }
  return { name: read('name'), code: read('code'), message: typeof error === 'string' ? error : read('message'), stack: read('stack') }
}
