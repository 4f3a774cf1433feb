import type { quick as English } from '../en/quick'

export const quick = {
  title: '记绑定',
} satisfies typeof English
