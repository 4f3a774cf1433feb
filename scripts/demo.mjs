// @ts-check
/** `npm run demo`: opens the app with sample data, in a profile that is gone afterwards. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { run } from './say.mjs'
import { withApp } from './with-app.mjs'

await run(() => withApp({}, async (app) => {
  const profile = mkdtempSync(join(tmpdir(), 'untether-demo-'))
  const forget = () => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  process.on('exit', forget)
  try {
    return await app.open([`--user-data-dir=${profile}`, '--demo', ...process.argv.slice(2)])
  }
  finally {
    forget()
  }
}))
