import type { IconName } from '../ui/icons'
import type { Component } from 'vue'

/** A page: its folder's `page.ts` exports one as `page` or several as `pages`; router and sidebar collect them. */
export type Page = {
  path: string
  name: string
  /** Locale key of the title in the sidebar and the window. */
  titleKey: string
  /** Shown in the sidebar where set. */
  nav?: { icon: IconName, order: number }
  /** First page of a new profile and others that stand without the sidebar. */
  isBare?: boolean
  /** Its actions stand in a bar at the bottom; the toast keeps above it. */
  hasFooter?: boolean
  component: () => Promise<Component>
}

const found = import.meta.glob<{ page?: Page, pages?: readonly Page[] }>('../features/*/page.ts', { eager: true })

/** Every page there is, sidebar order first. */
export const pages: readonly Page[] = Object.values(found).flatMap(({ page, pages = [] }) => page ? [page, ...pages] : pages).sort((a, b) => (a.nav?.order ?? 99) - (b.nav?.order ?? 99))
