/** The Electron major version that this build is made for, from package.json. */
declare const __ELECTRON_MAJOR__: number

// eslint-disable-next-line ts/consistent-type-definitions -- only an interface can be merged into ImportMeta
interface ImportMeta {
  readonly env: { readonly MODE: string }
}

declare module '*?raw' {
  const text: string
  export default text
}
