import type { PluginOption } from 'vite'
import ui from '@nuxt/ui/vite'
import vue from '@vitejs/plugin-vue'
import { resolve } from 'node:path'
import { ICON_NAMES } from '../renderer/ui/icons'
import { catalog } from './catalog-plugin'
import { icons } from './icons'
import { nuxtUi } from './nuxt-ui'
import { oldEngineCss } from './old-engine-css'

/** What every page of ours is built with: the app's own build, tests, benches and pictures use this one list. */
export function rendererPlugins(root: string): PluginOption[] {
  return [
    vue(),
    // One place for the kit's generated themes, whatever is built: `main.css` takes its classes from there.
    ui({ ...nuxtUi, root }),
    oldEngineCss(),
    catalog(resolve(root, 'resources/catalog')),
    icons({ names: ICON_NAMES, standIn: resolve(root, 'src/renderer/ui/kit-icon.ts') }),
  ]
}
