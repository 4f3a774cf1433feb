import { FILE_NAME } from '../../../shared/storage'

/** Longest name that file systems take, in bytes of UTF-8, and some left for what they add. */
const MAX_NAME_BYTES = 200

/** Any name as one that can be offered; its ending stays. */
export function plainFileName(name: string): string {
  // eslint-disable-next-line no-control-regex -- they are what must not be in it
  const plain = name.replace(/[\u0000-\u001F\u007F"*/:<>?\\|\p{Cs}]/gu, '_').replace(/^[\s.]+/, '')
  const ending = /\.\w{1,10}$/.exec(plain)?.[0] ?? ''
  const letters = [...plain.slice(0, plain.length - ending.length)]
  while (new TextEncoder().encode(letters.join('')).length + ending.length > MAX_NAME_BYTES)
    letters.pop()
  const whole = `${letters.join('') || 'file'}${ending}`
  return FILE_NAME.test(whole) ? whole : 'file'
}
