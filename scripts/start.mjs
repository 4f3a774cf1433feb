// @ts-check
/** `npm start [-- switches]`: builds what is stale and opens the app. */
import process from 'node:process'
import { run } from './say.mjs'
import { withApp } from './with-app.mjs'

await run(() => withApp({}, app => app.open(process.argv.slice(2))))
