import type { HtmlTagDescriptor, Plugin } from 'vite'

/** Modules that every start asks for. */
const AT_START = /renderer\/app\/start\.ts$|features\/today\/TodayPage\.vue$|virtual:catalog\/facts$|locales\/[a-zA-Z-]+\.ts$/
/** Which language is not known before the page runs, and it is there in time when it is asked for then. */
const LANGUAGE = /locales\/[a-zA-Z-]+\.ts$/
/** The one text font: asked for only when the first text is laid out, it would have that laid out twice. */
const FONT = /\.woff2$/

type Chunk = { type: 'chunk', fileName: string, code: string, imports: string[], isEntry: boolean, moduleIds: string[], viteMetadata?: { importedCss: Set<string> } }
type Bundle = Record<string, { type: 'asset', fileName: string } | Chunk>

/** Words of one language; a start loads one of them. */
export function isLanguage({ moduleIds }: Pick<Chunk, 'moduleIds'>): boolean {
  return moduleIds.some(id => LANGUAGE.test(id))
}

/** The chunks of every start: the entry, what the start asks for, and all that these import statically. */
export function startChunks(bundle: Bundle): Chunk[] {
  const chunks = new Map(Object.values(bundle).flatMap(item => item.type === 'chunk' ? [[item.fileName, item] as const] : []))
  const found = new Map<string, Chunk>()
  const visit = (fileName: string): void => {
    const chunk = chunks.get(fileName)
    if (!chunk || found.has(fileName))
      return
    found.set(fileName, chunk)
    chunk.imports.forEach(visit)
  }
  for (const { fileName, isEntry, moduleIds } of chunks.values()) {
    if (isEntry || moduleIds.some(id => AT_START.test(id)))
      visit(fileName)
  }
  return [...found.values()].sort((a, b) => a.fileName < b.fileName ? -1 : 1)
}

/** Lets the page fetch all that every start needs side by side with the entry, instead of when the one comes to ask for the other. */
export function preloadStart(): Plugin {
  return {
    name: 'untether:preload-start',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        // The largest first: the others are read while it is still on its way.
        const chunks = startChunks(bundle as Bundle).filter(chunk => !isLanguage(chunk)).sort((a, b) => b.code.length - a.code.length)
        return [
          ...chunks.map(chunk => link(chunk.fileName, { rel: 'modulepreload' })),
          ...chunks.flatMap(chunk => [...chunk.viteMetadata?.importedCss ?? []]).map(name => link(name, { rel: 'stylesheet' })),
          ...Object.keys(bundle).filter(name => FONT.test(name)).map(name => link(name, { rel: 'preload', as: 'font', type: 'font/woff2' })),
        ].filter(tag => !html.includes(String(tag.attrs?.['href'])))
      },
    },
  }
}

function link(fileName: string, attrs: Record<string, string>): HtmlTagDescriptor {
  return { tag: 'link', attrs: { ...attrs, crossorigin: true, href: `./${fileName}` }, injectTo: 'head-prepend' }
}
