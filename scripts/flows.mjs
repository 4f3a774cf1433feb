// @ts-check
/** `npm run test:flows [-- filter]`: the tests in the real window. */
import process from 'node:process'
import { run } from './say.mjs'
import { vitest } from './vitest.mjs'
import { withApp } from './with-app.mjs'

await run(() => withApp({ isTest: true }, ({ env }) => vitest(['--project', 'flows', ...process.argv.slice(2)], env)))
