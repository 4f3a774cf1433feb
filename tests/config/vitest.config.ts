import ui from '@nuxt/ui/vite'
import vue from '@vitejs/plugin-vue'
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { catalog } from '../../src/build/catalog-plugin'
import { icons } from '../../src/build/icons'
import { nuxtUi } from '../../src/build/nuxt-ui'

const root = resolve(import.meta.dirname, '../..')

/** Plugins that give tests the same catalogue, icons and components as the build. */
const plugins = () => [catalog(resolve(root, 'resources/catalog')), icons()]

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        plugins: plugins(),
        test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], environment: 'node' },
      },
      {
        root,
        plugins: plugins(),
        test: { name: 'data', include: ['tests/data/**/*.test.ts'], environment: 'node' },
      },
      {
        root,
        plugins: [vue(), ui(nuxtUi), ...plugins()],
        test: { name: 'components', include: ['tests/components/**/*.test.ts'], environment: 'happy-dom', server: { deps: { inline: ['@nuxt/ui'] } } },
      },
      {
        root,
        plugins: plugins(),
        test: { name: 'house', include: ['tests/house/**/*.test.ts'], environment: 'node', testTimeout: 60_000 },
      },
      {
        root,
        plugins: plugins(),
        test: { name: 'flows', include: ['tests/flows/**/*.test.ts'], environment: 'node', fileParallelism: false, testTimeout: 120_000, hookTimeout: 60_000 },
      },
    ],
  },
})
