import type { web as English } from '../en/web'

export const web = {
  title: '关系网',
} satisfies typeof English
