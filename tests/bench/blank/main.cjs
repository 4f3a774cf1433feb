/** The yardstick: a window of the same runtime with one text field, and nothing else. */
const { join } = require('node:path')
const process = require('node:process')
const { app, BrowserWindow } = require('electron')

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false, webPreferences: { sandbox: true, spellcheck: false } })
  window.once('ready-to-show', () => {
    process.stdout.write(`ready ${Date.now()}\n`)
    window.show()
  })
  void window.loadFile(join(__dirname, 'index.html'))
})
