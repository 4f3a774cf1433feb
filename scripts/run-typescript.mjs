// @ts-check
/**
 * Runs a TypeScript file of the tests outside the test runner, with the catalogue at hand; Node 20 cannot read types
 * by itself.
 */
import { join } from 'node:path'
import process from 'node:process'
import { createServer, isRunnableDevEnvironment, runnerImport } from 'vite'
import { root } from './places.mjs'

/**
 * Imports the file and calls its `run` with the arguments.
 *
 * @param {string} path from the repository's root
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env added to this process's own
 * @returns {Promise<number>} the exit code that `run` answers with, 0 where it answers with nothing
 */
export async function runTypescript(path, args, env) {
  Object.assign(process.env, env)
  /** @type {{ module: { catalog: (folder: string) => import('vite').Plugin } }} */
  const { module: { catalog } } = await runnerImport(join(root, 'src/build/catalog-plugin.ts'))
  const server = await createServer({
    root,
    configFile: false,
    envDir: false,
    logLevel: 'warn',
    appType: 'custom',
    plugins: [catalog(join(root, 'resources/catalog'))],
    cacheDir: join(root, 'node_modules', '.vite-scripts'),
    optimizeDeps: { noDiscovery: true, include: [] },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  })
  try {
    const { ssr } = server.environments
    if (!isRunnableDevEnvironment(ssr))
      throw new Error('vite cannot run modules here')
    const module = /** @type {{ run: (args: string[]) => unknown }} */ (await ssr.runner.import(join(root, path)))
    const code = await module.run(args)
    return typeof code === 'number' ? code : 0
  }
  finally {
    await server.close()
  }
}
