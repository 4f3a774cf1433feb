/**
 * Rows of texts as a spreadsheet takes them from the clipboard: tabs between cells, a cell with a break or a quotation mark in
 * quotation marks. A cell that would be read as a formula is led by an apostrophe.
 */
export function sheetText(lines: readonly (readonly string[])[]): string {
  return lines.map(cells => cells.map(cell).join('\t')).join('\n')
}

function cell(text: string): string {
  const safe = isFormula(text) ? `'${text}` : text
  return /[\t\n\r"]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Begins as a formula does. A phone number begins with a plus as well, and is none; nor is `@mei` one in today's sheets. */
function isFormula(text: string): boolean {
  return /^[=\t\r]/.test(text) || (/^[+-]/.test(text) && !/^[+-][\d\s()-]*$/.test(text))
}
