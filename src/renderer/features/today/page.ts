import type { Page } from '../../app/pages'

/** Home: what to do over all numbers. */
export const page: Page = {
  path: '/',
  name: 'today',
  titleKey: 'today.title',
  nav: { icon: 'sun', order: 10 },
  component: async () => (await import('./TodayPage.vue')).default,
}
