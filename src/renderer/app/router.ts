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
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  })
}
