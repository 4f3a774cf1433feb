import type { Page } from '../../app/pages'

/** What would fall with one number. */
export const page: Page = {
  path: '/numbers/:id/what-if',
  name: 'what-if',
  titleKey: 'web.fall.title',
  component: async () => (await import('./WhatIfPage.vue')).default,
}
