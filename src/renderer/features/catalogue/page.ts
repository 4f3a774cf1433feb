import type { Page } from '../../app/pages'

/** What is known of services and providers: a list with search, and one entry beside it, or some compared. */
export const page: Page = {
  path: '/catalogue/:kind(services|providers)?/:id?',
  name: 'catalogue',
  titleKey: 'catalogue.title',
  nav: { icon: 'book-open', order: 30 },
  component: async () => (await import('./CataloguePage.vue')).default,
}
