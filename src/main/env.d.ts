/** The Electron major version that this build is made for, from package.json. */
declare const __ELECTRON_MAJOR__: number

interface ImportMeta {
  readonly env: { readonly MODE: string }
}

declare module '*?raw' {
  const text: string
  export default text
}
