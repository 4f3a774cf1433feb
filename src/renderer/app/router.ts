import type { Router } from 'vue-router'
import { createRouter, createWebHashHistory } from 'vue-router'
import { pages } from './pages'

/** Routes are the pages' own; the hash keeps every address inside one document of the app protocol. */
export function createAppRouter(): Router {
  return createRouter({
    history: createWebHashHistory(),
    routes: [
      ...pages.map(({ path, name, component, titleKey, isBare = false, hasFooter = false }) => ({ path, name, component, props: true, meta: { titleKey, isBare, hasFooter } })),
      { path: '/:rest(.*)*', redirect: '/' },
    ],
    // The first page stands at its top already; to scroll it there would have it laid out once more.
    scrollBehavior: (_to, from, saved) => from.matched.length === 0 ? false : saved ?? { top: 0 },
  })
}
