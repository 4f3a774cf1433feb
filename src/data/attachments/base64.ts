import type { Pause } from '../ports'
import { joined } from '../backup/file'

/** Bytes between two breaths; a multiple of three, so that the pieces of text join. */
const PIECE = 192 * 1024
/** Arguments that one call takes. */
const CALL = 8 * 1024

/** Standard base64 with padding. */
export async function toBase64(bytes: Uint8Array, pause: Pause): Promise<string> {
  const texts: string[] = []
  for (let at = 0; at < bytes.length; at += PIECE) {
    await pause()
    const piece = bytes.subarray(at, at + PIECE)
    let text = ''
    for (let from = 0; from < piece.length; from += CALL)
      text += String.fromCharCode(...piece.subarray(from, from + CALL))
    texts.push(btoa(text))
  }
  return texts.join('')
}

/** @throws {DOMException} where the text is no base64 */
export async function fromBase64(text: string, pause: Pause): Promise<Uint8Array<ArrayBuffer>> {
  const letters = PIECE / 3 * 4
  const parts: Uint8Array[] = []
  for (let at = 0; at < text.length; at += letters) {
    await pause()
    parts.push(Uint8Array.from(atob(text.slice(at, at + letters)), letter => letter.charCodeAt(0)))
  }
  return joined(parts)
}
