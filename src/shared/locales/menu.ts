import type { Language } from '../../core/records/settings'

/** Words of the native menu. `&` marks the letter that opens an entry from the keyboard (Windows, Linux). */
export type MenuTexts = {
  file: string
  addNumber: string
  logBinding: string
  print: string
  lock: string
  openDataFolder: string
  settings: string
  close: string
  quit: string
  hide: string
  hideOthers: string
  showAll: string
  services: string
  edit: string
  undo: string
  redo: string
  cut: string
  copy: string
  paste: string
  pasteAsText: string
  selectAll: string
  view: string
  toggleTheme: string
  language: string
  actualSize: string
  zoomIn: string
  zoomOut: string
  fullScreen: string
  reload: string
  devTools: string
  go: string
  palette: string
  today: string
  numbers: string
  bindings: string
  catalogue: string
  window: string
  minimize: string
  zoom: string
  front: string
  help: string
  openLogFolder: string
  about: string
}

/** Words of the few native dialogs: they must work when the window's page does not. */
export type DialogTexts = {
  profileTitle: string
  /** `{folder}` is the folder, `{reason}` one of the reasons below. */
  profileMessage: string
  profileAdvice: string
  profileReasons: { denied: string, readOnly: string, full: string, notAFolder: string, other: string }
  close: string
  failedTitle: string
  failedMessage: string
  keepOpen: string
  restart: string
  copyDetails: string
  stuckTitle: string
  stuckMessage: string
  wait: string
}

export const menuTexts = {
  'en': {
    file: '&File',
    addNumber: 'Add &number…',
    logBinding: 'Log a &binding…',
    print: '&Print…',
    lock: '&Lock',
    openDataFolder: 'Open &data folder',
    settings: '&Settings…',
    close: '&Close window',
    quit: '&Quit Untether',
    hide: 'Hide Untether',
    hideOthers: 'Hide others',
    showAll: 'Show all',
    services: 'Services',
    edit: '&Edit',
    undo: '&Undo',
    redo: '&Redo',
    cut: 'Cu&t',
    copy: '&Copy',
    paste: '&Paste',
    pasteAsText: 'Paste as plain te&xt',
    selectAll: 'Select &all',
    view: '&View',
    toggleTheme: 'Light or dark &theme',
    language: '&Language',
    actualSize: '&Actual size',
    zoomIn: 'Zoom &in',
    zoomOut: 'Zoom &out',
    fullScreen: 'F&ull screen',
    reload: '&Reload',
    devTools: '&Developer tools',
    go: '&Go',
    palette: '&Find or do…',
    today: '&Today',
    numbers: '&Numbers',
    bindings: '&Bindings',
    catalogue: '&Catalogue',
    window: '&Window',
    minimize: '&Minimize',
    zoom: 'Zoom',
    front: 'Bring all to front',
    help: '&Help',
    openLogFolder: 'Open error &log folder',
    about: '&About Untether',
  },
  'zh-CN': {
    file: '文件(&F)',
    addNumber: '添加号码(&N)…',
    logBinding: '记录绑定(&B)…',
    print: '打印(&P)…',
    lock: '锁定(&L)',
    openDataFolder: '打开数据文件夹(&D)',
    settings: '设置(&S)…',
    close: '关闭窗口(&C)',
    quit: '退出解绑管家(&Q)',
    hide: '隐藏解绑管家',
    hideOthers: '隐藏其他',
    showAll: '全部显示',
    services: '服务',
    edit: '编辑(&E)',
    undo: '撤销(&U)',
    redo: '重做(&R)',
    cut: '剪切(&T)',
    copy: '复制(&C)',
    paste: '粘贴(&P)',
    pasteAsText: '粘贴为纯文本(&X)',
    selectAll: '全选(&A)',
    view: '视图(&V)',
    toggleTheme: '切换浅色或深色(&T)',
    language: '语言(&L)',
    actualSize: '实际大小(&A)',
    zoomIn: '放大(&I)',
    zoomOut: '缩小(&O)',
    fullScreen: '全屏(&U)',
    reload: '重新加载(&R)',
    devTools: '开发者工具(&D)',
    go: '前往(&G)',
    palette: '查找或执行(&F)…',
    today: '今天(&T)',
    numbers: '号码(&N)',
    bindings: '绑定(&B)',
    catalogue: '目录(&C)',
    window: '窗口(&W)',
    minimize: '最小化(&M)',
    zoom: '缩放',
    front: '全部置于顶层',
    help: '帮助(&H)',
    openLogFolder: '打开错误日志文件夹(&L)',
    about: '关于解绑管家(&A)',
  },
} as const satisfies Record<Language, MenuTexts>

export const dialogTexts = {
  'en': {
    profileTitle: 'Untether cannot use its data folder',
    profileMessage: 'Untether keeps everything in this folder, and it cannot write there:\n{folder}\n\n{reason}',
    profileAdvice: 'Nothing was changed. Make the folder writable for your account, or start Untether with another one: untether --user-data-dir=FOLDER',
    profileReasons: {
      denied: 'Your account has no permission to write there.',
      readOnly: 'The disk is read-only.',
      full: 'The disk is full.',
      notAFolder: 'Part of this path is a file, not a folder.',
      other: 'The system refused it.',
    },
    close: 'Close',
    failedTitle: 'Something went wrong',
    failedMessage: 'A part of Untether outside your data failed. Everything you recorded is kept.',
    keepOpen: 'Carry on',
    restart: 'Restart',
    copyDetails: 'Copy details',
    stuckTitle: 'Untether does not answer',
    stuckMessage: 'The window has been busy for a while. Everything you recorded is kept.',
    wait: 'Wait',
  },
  'zh-CN': {
    profileTitle: '解绑管家无法使用数据文件夹',
    profileMessage: '解绑管家把所有内容保存在这个文件夹，但无法写入：\n{folder}\n\n{reason}',
    profileAdvice: '没有任何内容被改动。请让当前账户可以写入该文件夹，或换一个文件夹启动：untether --user-data-dir=文件夹',
    profileReasons: {
      denied: '当前账户没有写入权限。',
      readOnly: '磁盘是只读的。',
      full: '磁盘已满。',
      notAFolder: '路径中有一部分是文件，不是文件夹。',
      other: '系统拒绝了写入。',
    },
    close: '关闭',
    failedTitle: '出了点问题',
    failedMessage: '解绑管家的某个部分出错了，与您的数据无关。您记录的内容都还在。',
    keepOpen: '继续使用',
    restart: '重新启动',
    copyDetails: '复制详情',
    stuckTitle: '解绑管家没有响应',
    stuckMessage: '窗口已经忙了一段时间。您记录的内容都还在。',
    wait: '等待',
  },
} as const satisfies Record<Language, DialogTexts>
