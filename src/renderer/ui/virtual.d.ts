/** Bodies of the icons named in `icons.ts`, gathered at build time: see `src/build/icons.ts`. */
declare module 'virtual:icons' {
  const bodies: Readonly<Record<string, string>>
  export default bodies
}
