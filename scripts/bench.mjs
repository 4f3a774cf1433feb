// @ts-check
/** `npm run bench [-- --area NAME --json FILE]`: measures the app against a baseline of the same run. */
import process from 'node:process'
import { runTypescript } from './run-typescript.mjs'
import { run } from './say.mjs'
import { withApp } from './with-app.mjs'

await run(() => withApp({}, ({ env }) => runTypescript('tests/bench/run.ts', process.argv.slice(2), env)))
