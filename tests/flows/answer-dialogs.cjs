// Loaded by the runtime before the app: says what a native dialog would have shown, and closes it at once.
const process = require('node:process')
const { dialog } = require('electron')

dialog.showMessageBox = async (...args) => {
  process.stdout.write(`dialog: ${JSON.stringify(args.at(-1))}\n`)
  return { response: 0, checkboxChecked: false }
}
