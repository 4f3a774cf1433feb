import type { NuxtUIOptions } from '@nuxt/ui/vite'

/**
 * Nuxt UI as this app wears it: own colour scales (look tokens live in `renderer/app/main.css`), no colour-mode
 * script and no run-time icon look-up. The kit's Vue plugin is not installed: it would inject a style element,
 * which our content policy refuses; `main.css` sets the same variables.
 */
export const nuxtUi = {
  colorMode: false,
  router: true,
  autoImport: false,
  components: { dts: false },
  dts: false,
  icon: { clientBundle: false },
  theme: { colors: ['primary', 'neutral', 'warning', 'error', 'success'], transitions: false },
  ui: {
    colors: { primary: 'sea', neutral: 'sail', warning: 'rope', error: 'brick', success: 'sea' },
  },
} satisfies NuxtUIOptions
