import type { Router } from 'vue-router'
import type { EntryKind } from '../../../core/search/entry'

/** What was opened in this run, by kind and id, the highest last. Find or do shows it first. */
const opened = new Map<string, number>()
let turn = 0

/** As it stands now. */
export function openedSoFar(): ReadonlyMap<string, number> {
  return new Map(opened)
}

/** Notes that something was opened. The key is that of the search, which need not be loaded for it. */
export function noteOpened(kind: EntryKind, id: string): void {
  opened.set(`${kind} ${id}`, ++turn)
}

/** Notes each number whose pages are opened, and the binding a plan is opened at. Ends when the answer is called. */
export function watchOpened(router: Router): () => void {
  return router.afterEach(({ path, params, query }, _from, failure) => {
    if (failure)
      return
    const { id } = params
    const [, bindingId] = /^unbind:(.+)$/.exec(typeof query['task'] === 'string' ? query['task'] : '') ?? []
    if (path.startsWith('/numbers/') && typeof id === 'string' && id !== '')
      noteOpened('number', id)
    if (bindingId !== undefined)
      noteOpened('binding', bindingId)
  })
}
