import * as z from 'zod/mini'

/** Longest one-line text a field takes, in UTF-16 units. */
export const LINE_MAX = 500
/** Longest free text (notes, memos, reasons), in UTF-16 units. */
export const NOTE_MAX = 10_000

/* eslint-disable no-control-regex -- the point of these expressions is to find control characters */
/** C0 and C1 controls, zero-width and direction marks, BOM, line and paragraph separators: invisible in one line. */
const INVISIBLE = /[\u0000-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g
/** The same, but a note may keep its line breaks and tabs. */
const INVISIBLE_IN_NOTE = /[\u0000-\u0008\v\f\u000E-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g
/* eslint-enable no-control-regex */

/** One clean line: NFC, controls and direction marks removed, line breaks and runs of white space become one space, trimmed. */
export function cleanLine(text: string): string {
  return text.normalize('NFC').replace(/[\t\n\v\f\r\u2028\u2029]+/g, ' ').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim()
}

/** Clean free text: as `cleanLine`, but line breaks stay (`\r\n` becomes `\n`). */
export function cleanNote(text: string): string {
  return text.normalize('NFC').replace(/\r\n?|\u2028|\u2029/g, '\n').replace(INVISIBLE_IN_NOTE, '').trim()
}

/** Whether `cleanLine` would take out characters that cannot be seen (white space at the ends does not count). */
export function hasInvisible(text: string): boolean {
  return text.normalize('NFC').trim().replace(INVISIBLE, '') !== text.normalize('NFC').trim()
}

/** Schema of a stored line: already clean, at most `max` long; empty means "not given". */
export function lineSchema(max = LINE_MAX) {
  return z.string().check(z.maxLength(max), z.refine(text => cleanLine(text) === text, 'not-clean'))
}

/** Schema of a stored note. */
export function noteSchema() {
  return z.string().check(z.maxLength(NOTE_MAX), z.refine(text => cleanNote(text) === text, 'not-clean'))
}
