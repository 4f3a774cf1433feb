import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import process from 'node:process'
import { defineConfig } from 'vitest/config'
import { rendererPlugins } from '../../src/build/renderer-plugins'

const root = resolve(import.meta.dirname, '../..')

/** The runner would leave one core to itself, which on two is half of them. */
const cores = availableParallelism()
/** Windows side by side; the launcher starts a display for each, where there is none. */
const displays = (JSON.parse(process.env['UNTETHER_DISPLAYS'] ?? '[1]') as unknown[]).length

/** Tests get the same catalogue, icons and components as the build. */
const plugins = () => rendererPlugins(root)

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        plugins: plugins(),
        test: { name: 'unit', maxWorkers: cores, include: ['tests/unit/**/*.test.ts'], environment: 'node', testTimeout: 30_000 },
      },
      {
        root,
        plugins: plugins(),
        test: { name: 'data', maxWorkers: cores, include: ['tests/data/**/*.test.ts'], environment: 'node' },
      },
      {
        root,
        plugins: plugins(),
        test: { name: 'components', maxWorkers: cores, include: ['tests/components/**/*.test.ts'], environment: 'happy-dom', testTimeout: 20_000, server: { deps: { inline: ['@nuxt/ui'] } } },
      },
      {
        root,
        plugins: plugins(),
        test: { name: 'house', maxWorkers: cores, include: ['tests/house/**/*.test.ts'], environment: 'node', testTimeout: 60_000 },
      },
      {
        root,
        plugins: plugins(),
        // After everything else, and as many at a time as there are displays: windows wait more than they work.
        test: { name: 'flows', include: ['tests/flows/**/*.test.ts'], environment: 'node', maxWorkers: displays, sequence: { groupOrder: 1 }, testTimeout: 120_000, hookTimeout: 60_000 },
      },
    ],
  },
})
