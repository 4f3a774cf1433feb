import antfu from '@antfu/eslint-config'
import boundaries from 'eslint-plugin-boundaries'

/** Who may import whom: folder → folders of ours and packages. Everything else is refused. See src/README.md. */
const layers = {
  core: { folders: ['core'], packages: ['zod', 'libphonenumber-js', 'dinero.js', '@internationalized/date', 'pinyin-pro'], node: false },
  shared: { folders: ['core', 'shared'], packages: [], node: false },
  data: { folders: ['core', 'shared', 'data'], packages: ['dexie', '@noble/ciphers', 'zod'], node: false },
  build: { folders: ['core', 'build', 'ui'], packages: ['vite', 'rollup', '@vitejs/plugin-vue', '@nuxt/ui', 'pinyin-pro', 'simple-icons', '@iconify-json/lucide', 'zod'], node: true },
  main: { folders: ['core', 'shared', 'main'], packages: ['electron', 'electron-log', 'zod'], node: true },
  preload: { folders: ['shared', 'preload'], packages: ['electron'], node: false },
  ui: { folders: ['core', 'shared', 'ui'], packages: ['vue', '@nuxt/ui', 'reka-ui', '@iconify/vue', '@vueuse/core', '@internationalized/date'], node: false },
  composables: { folders: ['core', 'shared', 'data', 'ui', 'composables', 'app'], packages: ['vue', 'vue-router', 'vue-i18n', '@vueuse/core'], node: false },
  app: { folders: ['core', 'shared', 'data', 'preload', 'ui', 'composables', 'app', 'feature'], packages: ['vue', 'vue-router', 'vue-i18n', '@vueuse/core', '@nuxt/ui', 'reka-ui', 'libphonenumber-js', 'papaparse', 'zod'], node: false },
  feature: { folders: ['core', 'shared', 'ui', 'composables', 'app'], packages: ['vue', 'vue-router', 'vue-i18n', '@vueuse/core', '@nuxt/ui', 'reka-ui', '@tanstack/vue-virtual'], node: false },
} as const

/** Folder of each layer; the first that fits counts. */
const elements = [
  { type: 'core', pattern: 'src/core' },
  { type: 'shared', pattern: 'src/shared' },
  { type: 'data', pattern: 'src/data' },
  { type: 'build', pattern: 'src/build' },
  { type: 'main', pattern: 'src/main' },
  { type: 'preload', pattern: 'src/preload' },
  { type: 'ui', pattern: 'src/renderer/ui' },
  { type: 'composables', pattern: 'src/renderer/composables' },
  { type: 'feature', pattern: 'src/renderer/features/*', capture: ['name'] },
  { type: 'app', pattern: 'src/renderer/app' },
]

const policies = Object.entries(layers).flatMap(([layer, { folders, packages, node }]) => [
  ...folders.map(folder => ({ from: { element: { type: layer } }, allow: { to: { element: { type: folder } } } })),
  ...packages.map(source => ({ from: { element: { type: layer } }, allow: { to: { module: { origin: 'external', source } } } })),
  ...(node ? [{ from: { element: { type: layer } }, allow: { to: { module: { origin: 'core' } } } }] : []),
])

export default antfu(
  {
    type: 'app',
    vue: true,
    typescript: true,
    formatters: { css: false, html: false, markdown: false },
    stylistic: { indent: 2, quotes: 'single' },
    jsonc: false,
    yaml: false,
    toml: false,
    markdown: false,
    ignores: ['out', 'dist', 'resources/catalog', 'resources/screenshots', '.cache'],
  },
  {
    name: 'untether/layers',
    files: ['src/**/*.ts', 'src/**/*.vue'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': elements,
      'boundaries/include': ['src/**/*'],
      'import/resolver': { node: { extensions: ['.ts', '.vue', '.mjs', '.js', '.json'] } },
    },
    rules: {
      'boundaries/dependencies': ['error', {
        default: 'disallow',
        checkAllOrigins: true,
        policies: [
          ...policies,
          // A feature sees its own folder; what two need moves to ui, composables or core.
          { from: { element: { type: 'feature' } }, allow: { to: { element: { type: 'feature', captured: { name: '{{ from.element.captured.name }}' } } } } },
          // Gathered at build time by our own plugins.
          { from: { element: { types: { anyOf: ['app', 'composables', 'ui'] } } }, allow: { to: { module: { source: 'virtual:*' } } } },
        ],
        message: '{{ from.element.type }} may not import {{ dependency.source }}: see the import table in src/README.md.',
      }],
    },
  },
  {
    name: 'untether/local-only',
    files: ['src/**/*.ts', 'src/**/*.vue'],
    rules: {
      'no-restricted-globals': ['error', ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'localStorage', 'sessionStorage'].map(name => ({ name, message: 'Nothing leaves the machine, and what is kept is kept by src/data.' }))],
      'no-restricted-properties': ['error', { object: 'navigator', property: 'sendBeacon', message: 'Nothing leaves the machine.' }, { object: 'window', property: 'fetch', message: 'Nothing leaves the machine.' }],
      'no-restricted-syntax': ['error', { selector: 'TSEnumDeclaration', message: 'String unions, not enum.' }, { selector: 'ImportExpression[source.value=/^https?:/]', message: 'Nothing is loaded from outside.' }],
    },
  },
  {
    name: 'untether/habits',
    files: ['**/*.ts', '**/*.vue'],
    rules: {
      'ts/consistent-type-definitions': ['error', 'type'],
      'ts/no-explicit-any': 'error',
      'no-console': 'error',
      'antfu/no-top-level-await': 'off',
      // TypeScript asks for brackets where a key comes from an index signature.
      'dot-notation': 'off',
      'vue/dot-notation': 'off',
      // A parameter whose name says all needs no line.
      'jsdoc/check-param-names': 'off',
      'ts/no-use-before-define': ['error', { functions: false, variables: false }],
      'perfectionist/sort-imports': 'off',
      'vue/html-closing-bracket-spacing': 'error',
      'vue/no-v-html': 'error',
      'vue/no-bare-strings-in-template': ['error', { allowlist: ['·', '#', '(', ')', ',', '.', ':', '/', '–', '—', '?', '+', '→', '…'] }],
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
    },
  },
  {
    name: 'untether/tests-and-scripts',
    files: ['tests/**/*.ts', 'scripts/**/*.mjs'],
    rules: { 'no-console': 'off', 'test/no-only-tests': 'error', 'test/no-disabled-tests': 'error' },
  },
)
