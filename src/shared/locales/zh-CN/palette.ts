import type { palette as English } from '../en/palette'

export const palette = {
  title: '查找或执行',
} satisfies typeof English
