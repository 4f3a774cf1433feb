import type { files as English } from '../en/files'

export const files = {
  title: '附件',
  attach: '添加附件……',
  attachAndTick: '附上文件并打勾……',
  sealing: '正在加密文件……',
  save: '另存“{name}”',
  remove: '移除“{name}”',
  saved: '已另存“{name}”',
  gone: '“{name}”已不在这台电脑上。之前导出的备份文件里还有它。',
  damaged: '“{name}”已损坏，没有打开。损坏前导出的备份文件里还有它。',
} satisfies typeof English
