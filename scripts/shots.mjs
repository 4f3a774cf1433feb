// @ts-check
/** `npm run shots`: makes the pictures of the READMEs anew. */
import process from 'node:process'
import { runTypescript } from './run-typescript.mjs'
import { run } from './say.mjs'
import { withApp } from './with-app.mjs'

await run(() => withApp({}, ({ env }) => runTypescript('tests/shots/run.ts', process.argv.slice(2), env)))
