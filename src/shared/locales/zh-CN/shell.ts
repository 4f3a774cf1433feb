import type { shell as English } from '../en/shell'

export const shell = {
  pages: '页面',
  numbers: '号码',
  addNumber: '添加号码',
  logBinding: '记一条绑定',
  onThisComputer: '只存在这台电脑上',
  daysShort: '{n}\u00A0天',
  inDanger: '可能很快被收回',
  inDangerSince: '可能已被收回',
  noted: '{name}：{note}',
  toast: '提示',
  undone: '已撤销：{what}',
  redone: '已重做：{what}',
  copied: '已复制：{text}',
  linkRefused: '没有打开这个链接，只有 https 链接可以打开。',
} satisfies typeof English
