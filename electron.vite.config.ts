import ui from '@nuxt/ui/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'
import { catalog } from './src/build/catalog-plugin'
import { licences } from './src/build/licences'
import { nuxtUi } from './src/build/nuxt-ui'
import { scriptBudget } from './src/build/script-budget'

const root = import.meta.dirname ?? __dirname

/**
 * One build for three processes. Everything is bundled, so the packed app carries no `node_modules`;
 * targets are the older of the two runtimes (see src/decisions/0002-two-runtimes.md).
 */
export default defineConfig({
  main: {
    plugins: [licences('main')],
    build: {
      target: 'node18',
      externalizeDeps: false,
      outDir: 'out/main',
      lib: { entry: resolve(root, 'src/main/index.ts'), formats: ['cjs'], fileName: () => 'index.cjs' },
    },
  },
  preload: {
    plugins: [licences('preload')],
    build: {
      target: 'node18',
      externalizeDeps: false,
      outDir: 'out/preload',
      lib: { entry: resolve(root, 'src/preload/index.ts'), formats: ['cjs'], fileName: () => 'index.cjs' },
    },
  },
  renderer: {
    root: resolve(root, 'src/renderer'),
    plugins: [vue(), ui(nuxtUi), catalog(resolve(root, 'resources/catalog')), licences('renderer'), scriptBudget({ limitKb: 900 })],
    build: {
      target: 'chrome114',
      cssTarget: 'chrome114',
      outDir: resolve(root, 'out/renderer'),
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rollupOptions: { input: { index: resolve(root, 'src/renderer/index.html') } },
    },
  },
})
