import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'
import about from './package.json'
import { licences } from './src/build/licences'
import { rendererPlugins } from './src/build/renderer-plugins'
import { scriptBudget } from './src/build/script-budget'
import { preloadStart } from './src/build/start-chunks'

const root = import.meta.dirname ?? __dirname

/**
 * One build for three processes. Everything is bundled, so the packed app carries no `node_modules`;
 * targets are the older of the two runtimes (see src/decisions/0002-two-runtimes.md).
 */
export default defineConfig({
  main: {
    plugins: [licences('main')],
    define: { __ELECTRON_MAJOR__: Number.parseInt(about.devDependencies.electron) },
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
    plugins: [...rendererPlugins(root), licences('renderer', { also: ['@iconify-json/lucide', 'simple-icons', 'tailwindcss'] }), scriptBudget({ limitKb: 900 }), preloadStart()],
    build: {
      target: 'chrome114',
      minify: true,
      cssTarget: 'chrome114',
      outDir: resolve(root, 'out/renderer'),
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rollupOptions: {
        input: { index: resolve(root, 'src/renderer/index.html') },
        // What every start needs, and all that it imports, in one file: each file is one question to the main process.
        // What fetches it must not be inside.
        output: { codeSplitting: { groups: [
          { name: 'fetch', test: /preload-helper/, priority: 1 },
          { name: 'start', test: /renderer\/app\/start\.ts$|features\/today\/TodayPage\.vue$/ },
        ] } },
      },
    },
  },
})
