import type { Plugin } from 'vite'

/** A registered property without a first value, as Tailwind writes it: `@property --tw-ring-inset{syntax:"*";inherits:false}`. */
const BARE_PROPERTY = /@property\s+(--[\w-]+)\s*\{\s*syntax:\s*(["'])\*\2;?\s*inherits:\s*false;?\s*\}/g

/**
 * Chromium 114 drops a whole declaration where `var(--x,)` names a property that is registered without a first value:
 * rings, outlines and filters vanish. Unregistered it works. So the registration goes, and one rule keeps what it was
 * for: such a property is not inherited.
 */
export function plainProperties(css: string): string {
  const names: string[] = []
  const rest = css.replace(BARE_PROPERTY, (_, name: string) => {
    names.push(name)
    return ''
  })
  return names.length === 0 ? css : `${rest}\n@layer properties{*,::before,::after,::backdrop{${[...new Set(names)].map(name => `${name}:initial`).join(';')}}}`
}

/** Runs after Tailwind and before the CSS is written, when building and in development. */
export function oldEngineCss(): Plugin {
  return {
    name: 'untether:old-engine-css',
    transform: (code, id) => /\.css(?:$|\?)/.test(id) && code.includes('@property') ? { code: plainProperties(code), map: null } : null,
  }
}
