import type { Page } from '../../app/pages'

/** The way out of one number. */
export const page: Page = {
  path: '/numbers/:id/plan',
  name: 'plan',
  titleKey: 'plan.title',
  component: async () => (await import('./PlanPage.vue')).default,
}
