// Loaded by the runtime before the app: ends it once its window is there.
const { app } = require('electron')

app.on('web-contents-created', (_event, contents) => {
  contents.once('did-finish-load', () => app.quit())
})
