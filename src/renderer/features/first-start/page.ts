import type { Page } from '../../app/pages'

/** Where a new profile begins. */
export const page: Page = {
  path: '/welcome',
  name: 'first-start',
  titleKey: 'firstStart.title',
  isBare: true,
  component: async () => (await import('./FirstStartPage.vue')).default,
}
