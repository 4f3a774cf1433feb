import type { PrintAnswer } from '../shared/ipc'
import type { MainWindow } from './window'

/**
 * Prints the window's page through the system's own dialog; nothing is printed without it. The page dresses itself for
 * paper. Backgrounds stay off: paper is white whatever the theme.
 */
export function setupPrinting(window: () => Pick<MainWindow, 'current'>): () => Promise<PrintAnswer> {
  return () => new Promise((done) => {
    const contents = window().current?.webContents
    if (contents === undefined)
      return done('failed')
    contents.print({ silent: false, printBackground: false }, (isDone, reason) => {
      done(isDone ? 'printed' : /cancel/i.test(reason) ? 'cancelled' : 'failed')
    })
  })
}
