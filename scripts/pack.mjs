// @ts-check
/**
 * `npm run pack`: an unpacked app in dist/, to look at what a release would hold; with arguments of electron-builder
 * (`npm run pack -- --linux`) the release itself.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { inView, tool } from './exec.mjs'
import { root } from './places.mjs'
import { findRuntime } from './runtime.mjs'
import { LaunchError, run, say } from './say.mjs'
import { buildIfStale } from './with-app.mjs'

await run(async () => {
  const wanted = process.argv.slice(2)
  const runtime = await findRuntime()
  const released = JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8')).version
  const version = runtime.version || 'of unknown version'
  const isReleasable = version === released
  if (!isReleasable && wanted.length > 0)
    throw new LaunchError(`A release is made with Electron ${released} only, and here is Electron ${version}.`, ['run it without arguments for an unpacked app to look at'])
  await buildIfStale()
  if (!isReleasable)
    say(`Packed with Electron ${version}: for a look only, never to be given to anyone.`)
  return inView(process.execPath, [
    tool('electron-builder'),
    ...wanted.length > 0 ? wanted : ['--dir', `-c.electronDist=${runtime.folder}`, `-c.electronVersion=${runtime.version || released}`],
    '--publish',
    'never',
  ], { cwd: root })
})
