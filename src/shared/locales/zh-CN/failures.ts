import type { failures as English } from '../en/failures'

export const failures = {
  'newer-version': {
    title: '这份记录由更新的版本写成',
    kept: '没有打开，也没有改动，什么都没丢。',
    todo: '请装回新版本，或让当前版本使用另一个数据文件夹。',
  },
  'no-room': {
    title: '磁盘已满',
    kept: '你的记录保持原样。',
    todo: '腾出磁盘空间，再重新启动。',
  },
  'unreadable': {
    title: '记录无法读取',
    kept: '文件夹里的内容没有被改动或删除。',
    todo: '先重新启动一次。如果仍然这样，先把下面的文件夹复制到安全的地方，再试别的办法。',
  },
  'unexpected': {
    title: '这个页面出了问题',
    kept: '你看到已确认的每一步都保存在这台电脑上。重新启动后可以接着做。',
  },
  'again': '重新启动',
  'quit': '退出',
  'copy': '复制详情',
  'goOn': '继续使用',
  'details': '详情（不含你记录的内容）',
} satisfies typeof English
