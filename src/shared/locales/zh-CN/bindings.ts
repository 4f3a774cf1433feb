import type { bindings as English } from '../en/bindings'

export const bindings = {
  title: '绑定',
  view: '视图',
  list: '列表',
  board: '看板',
  web: '关系网',
} satisfies typeof English
