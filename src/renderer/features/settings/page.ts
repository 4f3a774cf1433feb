import type { Page } from '../../app/pages'

export const page: Page = {
  path: '/settings',
  name: 'settings',
  titleKey: 'settings.title',
  component: () => import('./SettingsPage.vue'),
}
