// @ts-check
/** `npm run dev [-- switches]`: opens the app from its sources and reloads it as they change. */
import process from 'node:process'
import { sandboxFlags } from './display.mjs'
import { inView, tool } from './exec.mjs'
import { root } from './places.mjs'
import { run } from './say.mjs'
import { withApp } from './with-app.mjs'

await run(() => withApp({ isBuilt: false }, ({ env }) => inView(process.execPath, [
  tool('electron-vite'),
  'dev',
  '--watch',
  ...sandboxFlags().length > 0 ? ['--noSandbox'] : [],
  '--',
  ...process.argv.slice(2),
], { cwd: root, env })))
