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

/** The app's own files: a path in a stack is kept only when it names one of them. */
export type AppFiles = {
  /** Absolute path of the app's folder. */
  root: string
  /** Whether the app has a file of this path, relative to the root. */
  has: (path: string) => boolean
}

/** Stands for whatever was taken out. */
const GAP = '…'
const MAX_WORDS = 60
const MAX_FRAMES = 30

/** Scrubs anything that was thrown or rejected with. */
export function scrubError(error: unknown, files: AppFiles): ScrubbedError {
  const { name, code, message, stack } = partsOf(error)
  return {
    kind: scrubKind(name),
    code: /^(?:E[A-Z]{2,20}|ERR_[A-Z_]{2,40})$/.test(code) ? code : '',
    message: scrubMessage(message),
    stack: scrubStack(stack.replace(message, ''), files),
  }
}

/** Scrubs an error that arrived as text from the window. */
export function scrubReport({ message, stack }: { message: string, stack: string }, files: AppFiles): ScrubbedError {
  const name = /^(?:Uncaught )?([A-Z][A-Za-z]*)(?::|$)/m.exec(stack)?.[1] ?? ''
  return scrubError({ name, message, stack }, files)
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

/** Keeps the frames of a stack; paths become relative to the app. */
export function scrubStack(stack: string, files: AppFiles): string[] {
  const frames: string[] = []
  for (const line of stack.slice(0, 20_000).split('\n')) {
    const frame = scrubFrame(line, files)
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

const FRAME = /^\s*at (?:\S.*? \()?(\S.*?):(\d{1,6}):(\d{1,7})\)?\s*$/

/** A frame as file, line and column. The name of the function is dropped: it may be a key that came from outside. */
function scrubFrame(line: string, files: AppFiles): string | null {
  const found = line.length > 1_000 ? null : FRAME.exec(line)
  if (found === null)
    return null
  const [, place = '', row, column] = found
  return `at ${scrubPath(place, files)}:${row}:${column}`
}

/** The place inside the app, if there is such a file; `runtime` for Node's own code; else `elsewhere`. */
function scrubPath(place: string, files: AppFiles): string {
  if (place.startsWith('node:'))
    return 'runtime'
  const path = withoutRoot(place, files.root).split(/[?#]/, 1)[0] ?? ''
  const isPlain = /^[\w@][\w@.-]*(?:\/[\w@][\w@.-]*)*$/.test(path)
  return isPlain && files.has(path) ? path : 'elsewhere'
}

function withoutRoot(place: string, root: string): string {
  const path = place.replace(/\\/g, '/')
  const local = path.replace(/^file:\/\/(?=\/[^/])/, '').replace(/^\/(?=[A-Z]:\/)/, '')
  const folder = root.replace(/\\/g, '/')
  if (folder !== '' && local.startsWith(`${folder}/`))
    return local.slice(folder.length + 1)
  return path.replace(/^app:\/\/untether\//, 'out/renderer/').replace(/^http:\/\/localhost:\d+\//, 'src/renderer/')
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
