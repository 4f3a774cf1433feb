import * as z from 'zod/mini'

/** Longest one-line text a field takes, in UTF-16 units. */
export const LINE_MAX = 500
/** Longest free text (notes, memos, reasons), in UTF-16 units. */
export const NOTE_MAX = 10_000

/** What ends a line, and tabs: white space between words. */
const BREAK = /[\t\n\v\f\r\u2028\u2029]+/g
/* eslint-disable no-control-regex -- the point of these expressions is to find control characters */
/** C0 and C1 controls, zero-width and direction marks, BOM, line and paragraph separators, halves of a character: invisible in one line. */
const INVISIBLE = /[\u0000-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\p{Cs}]/gu
/** The same, but a note may keep its line breaks and tabs. */
const INVISIBLE_IN_NOTE = /[\u0000-\u0008\v\f\u000E-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\p{Cs}]/gu
/* eslint-enable no-control-regex */

/**
 * One clean line: NFC, controls and direction marks removed, line breaks and runs of white space become one space, trimmed.
 * Cleaning twice changes nothing: letters are composed last, for removing a mark can bring two together.
 */
export function cleanLine(text: string): string {
  return text.replace(BREAK, ' ').replace(INVISIBLE, '').normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** Clean free text: as `cleanLine`, but line breaks and runs of white space stay (`\r\n` becomes `\n`). */
export function cleanNote(text: string): string {
  return text.replace(/\r\n?|\u2028|\u2029/g, '\n').replace(INVISIBLE_IN_NOTE, '').normalize('NFC').trim()
}

/** Whether `cleanLine` takes out characters that cannot be seen (white space does not count): worth telling whoever pasted it. */
export function hasInvisible(text: string): boolean {
  return text.replace(BREAK, ' ').trim().search(INVISIBLE) >= 0
}

/** Schema of a stored line: already clean, at most `max` long; empty means "not given". */
export function lineSchema(max = LINE_MAX) {
  return z.string().check(z.maxLength(max), z.refine(text => cleanLine(text) === text, 'not-clean'))
}

/** Schema of a stored note. */
export function noteSchema() {
  return z.string().check(z.maxLength(NOTE_MAX), z.refine(text => cleanNote(text) === text, 'not-clean'))
}
