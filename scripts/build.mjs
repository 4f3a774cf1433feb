// @ts-check
/** `npm run build`: builds the app, stale or not. */
import { run } from './say.mjs'
import { build } from './with-app.mjs'

await run(() => build())
