// @ts-check
/** `npm run pack`: an unpacked app in dist/, to look at what a release would hold. */
import process from 'node:process'
import { inView, tool } from './exec.mjs'
import { root } from './places.mjs'
import { findRuntime } from './runtime.mjs'
import { run, say } from './say.mjs'
import { buildIfStale } from './with-app.mjs'

await run(async () => {
  const runtime = await findRuntime()
  await buildIfStale()
  const isNormal = runtime.kind === 'normal'
  if (!isNormal)
    say(`Packed with Electron ${runtime.version}: for a look only, never to be given to anyone.`)
  return inView(process.execPath, [
    tool('electron-builder'),
    ...isNormal ? ['--dir'] : ['--linux', 'dir', `-c.electronDist=${runtime.folder}`, `-c.electronVersion=${runtime.version}`],
    '--publish',
    'never',
    ...process.argv.slice(2),
  ], { cwd: root })
})
