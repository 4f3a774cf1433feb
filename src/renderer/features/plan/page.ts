import type { Page } from '../../app/pages'

/** The way out of one number, and the talk with its provider. */
export const pages: readonly Page[] = [
  {
    path: '/numbers/:id/plan',
    name: 'plan',
    titleKey: 'plan.title',
    component: async () => (await import('./PlanPage.vue')).default,
  },
  {
    path: '/numbers/:id/call',
    name: 'call',
    titleKey: 'call.page',
    isBare: true,
    component: async () => (await import('./call/CallPage.vue')).default,
  },
]
