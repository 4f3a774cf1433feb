import type { Page } from '../../app/pages'

/** All numbers. */
export const page: Page = {
  path: '/numbers',
  name: 'numbers',
  titleKey: 'numbers.title',
  nav: { icon: 'smartphone', order: 20 },
  component: async () => (await import('./NumbersPage.vue')).default,
}

/** The pages behind it: a new number, and one number with its tabs. */
export const pages: readonly Page[] = [
  {
    path: '/numbers/new',
    name: 'add-number',
    titleKey: 'numbers.add.title',
    hasFooter: true,
    component: async () => (await import('./AddNumberPage.vue')).default,
  },
  {
    path: '/numbers/:id/:tab(bindings|balance|timeline)?',
    name: 'number',
    titleKey: 'numbers.one',
    component: async () => (await import('./NumberPage.vue')).default,
  },
]
