// Loaded by the runtime before the app: writes down every request of the session from the first one on.
const { app, session } = require('electron')

globalThis.seenRequests = []
app.whenReady().then(() => {
  const { webRequest } = session.defaultSession
  const record = (url, error) => globalThis.seenRequests.push({ url, error })
  webRequest.onSendHeaders(({ url }) => record(url, ''))
  webRequest.onErrorOccurred(({ url, error }) => record(url, error))
})
