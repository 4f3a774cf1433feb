// Loaded by the runtime before the app.
const { app, session } = require('electron')

// The app begins when the test has hold of it, and calls this: a window that comes up in the midst of that hangs it at times.
const ready = app.whenReady()
const held = new Promise((begin) => {
  globalThis.__playwright_run = () => begin()
})
app.whenReady = () => Promise.all([ready, held])

// Writes down every request of the session from the first one on.
globalThis.seenRequests = []
app.whenReady().then(() => {
  const { webRequest } = session.defaultSession
  const record = (url, error) => globalThis.seenRequests.push({ url, error })
  webRequest.onSendHeaders(({ url }) => record(url, ''))
  webRequest.onErrorOccurred(({ url, error }) => record(url, error))
})
