import type { MenuItemConstructorOptions } from 'electron'
import type { Language } from '../core/records/settings'
import type { MenuTexts } from '../shared/locales/menu'
import type { MenuCommand } from '../shared/ipc'
import { Menu } from 'electron'
import { menuTexts } from '../shared/locales/menu'

/** What the menu does itself; everything else is asked of the window. */
export type MenuActions = {
  send: (command: MenuCommand) => void
  openDataFolder: () => void
  openLogFolder: () => void
}

/** What decides how the menu looks. */
export type MenuFacts = {
  language: Language
  platform: NodeJS.Platform
  isPackaged: boolean
}

/** Puts the native menu up in the given language; call it again when the language changes. */
export function setupMenu(facts: MenuFacts, actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(facts, actions)))
}

/** The menu as plain data. Each entry that asks something of the window has that command as its id. */
export function menuTemplate({ language, platform, isPackaged }: MenuFacts, actions: MenuActions): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin'
  const t: MenuTexts = isMac ? withoutMarks(menuTexts[language]) : menuTexts[language]
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const ask = (command: MenuCommand, label: string, accelerator?: string): MenuItemConstructorOptions => ({
    id: command,
    label,
    click: () => actions.send(command),
    ...(accelerator === undefined ? {} : { accelerator }),
  })
  const settings = ask('go-settings', t.settings, 'CommandOrControl+,')
  const about = ask('about', t.about)
  const dataFolder: MenuItemConstructorOptions = { id: 'open-data-folder', label: t.openDataFolder, click: actions.openDataFolder }
  const appMenu: MenuItemConstructorOptions = {
    label: 'Untether',
    submenu: [
      about,
      line,
      settings,
      line,
      { role: 'services', label: t.services },
      line,
      { role: 'hide', label: t.hide },
      { role: 'hideOthers', label: t.hideOthers },
      { role: 'unhide', label: t.showAll },
      line,
      { role: 'quit', label: t.quit },
    ],
  }
  const file: MenuItemConstructorOptions = {
    label: t.file,
    submenu: [
      ask('add-number', t.addNumber, 'CommandOrControl+N'),
      ask('log-binding', t.logBinding, 'CommandOrControl+B'),
      line,
      ask('print', t.print, 'CommandOrControl+P'),
      line,
      ask('lock', t.lock, 'CommandOrControl+L'),
      dataFolder,
      ...(isMac
        ? [line, { role: 'close', label: t.close }] as const
        : [line, settings, line, { role: 'quit', label: t.quit, accelerator: 'Control+Q' }] as const),
    ],
  }
  // Undo and redo are no roles: outside a text field they mean the app's own undo, and the window knows where it is.
  const edit: MenuItemConstructorOptions = {
    label: t.edit,
    submenu: [
      ask('undo', t.undo, 'CommandOrControl+Z'),
      ask('redo', t.redo, isMac ? 'Command+Shift+Z' : 'Control+Y'),
      ...(isMac ? [] : [{ ...ask('redo', t.redo, 'Control+Shift+Z'), id: 'redo-also', visible: false }]),
      line,
      { role: 'cut', label: t.cut },
      { role: 'copy', label: t.copy },
      { role: 'paste', label: t.paste },
      { role: 'pasteAndMatchStyle', label: t.pasteAsText },
      { role: 'selectAll', label: t.selectAll },
    ],
  }
  const view: MenuItemConstructorOptions = {
    label: t.view,
    submenu: [
      ask('toggle-theme', t.toggleTheme),
      {
        label: t.language,
        submenu: [
          { ...ask('language-en', 'English'), type: 'radio', checked: language === 'en' },
          { ...ask('language-zh', '简体中文'), type: 'radio', checked: language === 'zh-CN' },
        ],
      },
      line,
      { role: 'resetZoom', label: t.actualSize },
      { role: 'zoomIn', label: t.zoomIn },
      { role: 'zoomOut', label: t.zoomOut },
      line,
      { role: 'togglefullscreen', label: t.fullScreen },
      ...(isPackaged ? [] : [line, { role: 'reload', label: t.reload }, { role: 'toggleDevTools', label: t.devTools }] as const),
    ],
  }
  const go: MenuItemConstructorOptions = {
    label: t.go,
    submenu: [
      ask('palette', t.palette, 'CommandOrControl+K'),
      line,
      ask('go-today', t.today, 'CommandOrControl+1'),
      ask('go-numbers', t.numbers, 'CommandOrControl+2'),
      ask('go-bindings', t.bindings, 'CommandOrControl+3'),
      ask('go-catalogue', t.catalogue, 'CommandOrControl+4'),
    ],
  }
  const windowMenu: MenuItemConstructorOptions = {
    label: t.window,
    role: 'windowMenu',
    submenu: [
      { role: 'minimize', label: t.minimize },
      ...(isMac
        ? [{ role: 'zoom', label: t.zoom }, line, { role: 'front', label: t.front }] as const
        : [{ role: 'close', label: t.close }] as const),
    ],
  }
  const help: MenuItemConstructorOptions = {
    label: t.help,
    role: 'help',
    submenu: [
      { id: 'open-log-folder', label: t.openLogFolder, click: actions.openLogFolder },
      ...(isMac ? [] : [line, about]),
    ],
  }
  return [...(isMac ? [appMenu] : []), file, edit, view, go, windowMenu, help]
}

/** macOS has no letter marks: `&File` becomes `File`, `文件(&F)` becomes `文件`. */
function withoutMarks(texts: MenuTexts): MenuTexts {
  const plain = Object.entries(texts).map(([key, text]) => [key, text.replace(/\(&\w\)/, '').replace('&', '')])
  return Object.fromEntries(plain) as MenuTexts
}
