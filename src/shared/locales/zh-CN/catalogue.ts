import type { catalogue as English } from '../en/catalogue'

export const catalogue = {
  title: '目录',
} satisfies typeof English
