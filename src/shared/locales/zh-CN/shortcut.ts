import type { shortcut as English } from '../en/shortcut'

export const shortcut = {
  title: '随处记一笔',
  text: '在任何程序里都管用的快捷键：按下后解绑管家来到最前，可以直接记绑定。设置之前不启用。',
  keys: '快捷键',
  none: '未设置',
  hint: '进入输入框，同时按下想用的键。按 Delete 键关闭。',
  clear: '关闭',
  again: '再试一次',
  set: '在任何程序里按 {keys} 就能记绑定',
  cleared: '随处记一笔已关闭',
  idle: '启动时 {keys} 已被其他程序占用，现在不起作用。请换一组，或退出那个程序后再试。',
  faults: {
    key: '这个键不能用。请用字母、数字、空格或功能键。',
    modifier: '单按这个键是打字用的。请同时按住 Ctrl、Alt 或 ⌘，或改用功能键。',
    used: '系统、本应用或多数程序在用这组键。请换一组，或再加上 Shift 或 Alt。',
    taken: '{keys} 已被其他程序占用，请换一组。',
    takenKept: '{keys} 已被其他程序占用，仍用 {kept}。',
  },
} satisfies typeof English
