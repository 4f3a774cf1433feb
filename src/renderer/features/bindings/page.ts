import type { Page } from '../../app/pages'

/** All bindings over all numbers: as a list, as a board by state, as a web. */
export const page: Page = {
  path: '/bindings/:view(board|web)?',
  name: 'bindings',
  titleKey: 'bindings.title',
  nav: { icon: 'link-2', order: 15 },
  component: async () => (await import('./BindingsPage.vue')).default,
}
