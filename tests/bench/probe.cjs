// Loaded by the runtime before the app that is measured. It does nothing until it is asked, so that a start is what a user's is:
// no debugger, no recorder. Each line of standard input is a question, each line that begins with "probe " an answer.
const process = require('node:process')
const { createInterface } = require('node:readline')
const { app, BrowserWindow } = require('electron')

const answers = {
  /** Resident memory of all processes, in MB (10^6 bytes). */
  memory: () => app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0) * 1024 / 1e6,
  /** Epoch ms of every mark that the page made, by name. */
  marks: () => BrowserWindow.getAllWindows()[0].webContents.executeJavaScript(
    'Object.fromEntries(performance.getEntriesByType("mark").map(({ name, startTime }) => [name, performance.timeOrigin + startTime]))',
  ),
  quit: () => app.quit(),
}

createInterface({ input: process.stdin }).on('line', async question => process.stdout.write(`probe ${JSON.stringify(await answers[question]() ?? null)}\n`))
