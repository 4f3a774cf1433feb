import type { RunningApp } from './app'

/** One print of the page on screen: how many pages it took, and what stood on them. */
export type Paper = { pages: number, text: string }

/**
 * Stands in for the system's print dialog, which no test can answer: what the app hands to it is printed to a PDF instead,
 * by the same engine on the given paper.
 */
export async function printsToPdf({ app }: RunningApp, pageSize: 'A4' | 'Letter'): Promise<void> {
  await app.evaluate(({ BrowserWindow }, pageSize) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents
    const papers: { pdf: string, text: string }[] = []
    Object.assign(globalThis, { papers })
    contents.print = (options, done) => {
      void (async () => {
        const text = await contents.executeJavaScript('document.querySelector(".print-sheet")?.textContent ?? ""') as string
        const pdf = await contents.printToPDF({ pageSize, printBackground: options?.printBackground ?? false })
        papers.push({ pdf: pdf.toString('latin1'), text })
        done?.(true, '')
      })()
    }
  }, pageSize)
}

/** What was printed since, in order. */
export async function papers({ app }: RunningApp): Promise<(Paper & { pdf: string })[]> {
  const printed = await app.evaluate(() => (globalThis as unknown as { papers: { pdf: string, text: string }[] }).papers)
  return printed.map(({ pdf, text }) => ({ pdf, text: text.replace(/\s+/g, ' '), pages: pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0 }))
}
