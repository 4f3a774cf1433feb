/** What would be run as a formula: a phone number begins with a plus as well, and is none; nor is `@mei` one in today's sheets. */
const FORMULA = /^(?:[=\t\r]|[+-](?![\d\s()-]*$))/

/**
 * Rows of texts as a spreadsheet takes them: `tab` from the clipboard, `comma` from a file, whose mark in front tells that its
 * letters are Unicode. A cell that would be run as a formula is led by an apostrophe.
 */
export async function sheetText(rows: readonly (readonly string[])[], cut: 'tab' | 'comma'): Promise<string> {
  const { default: papa } = await import('papaparse')
  const text = papa.unparse(rows.map(cells => [...cells]), { delimiter: cut === 'tab' ? '\t' : ',', newline: cut === 'tab' ? '\n' : '\r\n', escapeFormulae: FORMULA, quotes: cut === 'comma' })
  return cut === 'tab' ? text : `\uFEFF${text}\r\n`
}
