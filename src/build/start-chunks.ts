import type { Plugin } from 'vite'

/** Modules that `renderer/app/start.ts` asks for on every start. The language is one of several, and not known before. */
const AT_START = /features\/today\/TodayPage\.vue|virtual:catalog\/facts/
const LANGUAGE = /locales\/en\.ts/

type Chunk = { type: 'chunk', fileName: string, code: string, imports: string[], isEntry: boolean, facadeModuleId: string | null }
type Bundle = Record<string, { type: 'asset' } | Chunk>

/** File names of the chunks of every start: those that fit `isWanted`, the entry, and all that these import statically. */
export function startChunks(bundle: Bundle, { withLanguage }: { withLanguage: boolean }): string[] {
  const chunks = new Map(Object.values(bundle).flatMap(item => item.type === 'chunk' ? [[item.fileName, item] as const] : []))
  const found = new Set<string>()
  const visit = (fileName: string): void => {
    const chunk = chunks.get(fileName)
    if (!chunk || found.has(fileName))
      return
    found.add(fileName)
    chunk.imports.forEach(visit)
  }
  for (const { fileName, isEntry, facadeModuleId } of chunks.values()) {
    const id = facadeModuleId ?? ''
    if (isEntry || AT_START.test(id) || (withLanguage && LANGUAGE.test(id)))
      visit(fileName)
  }
  return [...found].sort()
}

/** Lets the page fetch the chunks of every start side by side with the entry, instead of when the entry comes to ask for each. */
export function preloadStart(): Plugin {
  return {
    name: 'untether:preload-start',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => startChunks((bundle ?? {}) as Bundle, { withLanguage: false })
        .filter(fileName => !html.includes(fileName))
        .map(fileName => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `./${fileName}` }, injectTo: 'head' as const })),
    },
  }
}
