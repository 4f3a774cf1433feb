import type { MenuCommand } from '../../src/shared/ipc'
import type { RunningApp } from './app'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { menuCommands } from '../../src/shared/ipc'
import { dialogTexts, menuTexts } from '../../src/shared/locales/menu'
import { smallDisk } from './small-disk'
import { appRoot, launchApp, newProfile, runApp } from './app'

const CRASH_URL = 'app://untether/crash.html'

/** The built shell around a page that does nothing, for what the app's own page would change by itself. */
let bare: string
let profile: string
let running: RunningApp | null = null

beforeAll(() => {
  bare = shellAround({ 'index.html': '<!doctype html><title>bare</title>' })
})

beforeEach(() => {
  profile = newProfile()
})

afterEach(async () => {
  await running?.close()
  running = null
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
})

afterAll(() => rmSync(bare, { recursive: true, force: true }))

/** Copies the built shell to a folder of its own, with these files in place of the window's. */
function shellAround(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'untether-shell-'))
  for (const part of ['package.json', 'out/main', 'out/preload', 'resources/icons'])
    cpSync(join(appRoot, part), join(folder, part), { recursive: true })
  mkdirSync(join(folder, 'out', 'renderer'))
  Object.entries(files).forEach(([file, text]) => writeFileSync(join(folder, 'out', 'renderer', file), text))
  return folder
}

async function launch(options: Parameters<typeof launchApp>[0] = {}): Promise<RunningApp> {
  running = await launchApp({ userDataDir: profile, ...options })
  return running
}

/** Puts the crash page in the window: it has the bridge and no shortcuts of its own. */
async function showQuietPage({ app, page }: RunningApp): Promise<void> {
  await app.evaluate(({ BrowserWindow }, url) => BrowserWindow.getAllWindows()[0]?.loadURL(url), CRASH_URL)
  await page.waitForURL(CRASH_URL)
}

/** Collects in the page what the menu asks for. */
async function collectCommands({ page }: RunningApp): Promise<() => Promise<MenuCommand[]>> {
  await page.evaluate(() => {
    const commands: MenuCommand[] = []
    Object.assign(window, { commands })
    window.untether.onMenuCommand(command => commands.push(command))
  })
  return () => page.evaluate(() => Reflect.get(window, 'commands') as MenuCommand[])
}

describe('one program for one profile', () => {
  it('brings the first window to the front and ends the second start', async () => {
    const { app } = await launch()
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.hide()
    })
    const second = await runApp(profile)

    expect(second).toMatchObject({ code: 0, stdout: 'Untether is already running; its window was brought to the front.\n' })
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map(window => window.isVisible()))).toEqual([true])
  })

  it('leaves another profile alone', async () => {
    const other = newProfile()
    await launch()
    const second = await launchApp({ userDataDir: other })

    expect(await second.page.evaluate(async () => (await window.untether.info()).dataFolder)).toBe(other)
    await second.close()
    rmSync(other, { recursive: true, force: true })
  })
})

describe('a profile that cannot be used', () => {
  const answerDialogs = ['-r', resolve(import.meta.dirname, 'answer-dialogs.cjs')]

  it.each([['en', 'en_US.UTF-8'], ['zh-CN', 'zh_CN.UTF-8']] as const)('is refused with a clear message (%s)', async (language, locale) => {
    const file = join(profile, 'a-file')
    writeFileSync(file, 'in the way')
    const folder = join(file, 'profile')
    const { code, stdout, stderr } = await runApp(folder, { before: answerDialogs, env: { LANG: locale, LANGUAGE: locale } })
    const shown = /^dialog: (.*)$/m.exec(stdout)?.[1] ?? '{}'
    const t = dialogTexts[language]

    expect(code).toBe(1)
    expect(stderr).toContain(`${dialogTexts.en.profileTitle}: ${folder}. ${dialogTexts.en.profileReasons.notAFolder}`)
    expect(JSON.parse(shown)).toMatchObject({ type: 'error', message: t.profileTitle, buttons: [t.close] })
    expect((JSON.parse(shown) as { detail: string }).detail).toContain(folder)
    expect((JSON.parse(shown) as { detail: string }).detail).toContain(t.profileReasons.notAFolder)
    expect(readFileSync(file, 'utf8')).toBe('in the way')
  })

  it('for it may only be read, is refused as that', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'untether-read-only-'))
    const disk = smallDisk(folder)
    try {
      writeFileSync(join(folder, 'keys.json'), 'untouched')
      disk.lockDown()
      const { code, stderr } = await runApp(folder, { before: answerDialogs })
      expect(code).toBe(1)
      expect(stderr).toContain(`${dialogTexts.en.profileTitle}: ${folder}. ${dialogTexts.en.profileReasons.readOnly}`)
      expect(readdirSync(folder)).toEqual(['keys.json'])
    }
    finally {
      disk.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('what the shell remembers', () => {
  it('opens the window where and as large as it was', async () => {
    const place = { x: 37, y: 41, width: 1_111, height: 777 }
    const first = await launch()
    await first.app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), place)
    await first.page.waitForTimeout(600)
    await first.close()
    const { app } = await launch()

    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual(place)
  })

  it('comes back to a display that is there', async () => {
    writeFileSync(join(profile, 'shell.json'), JSON.stringify({ settings: null, window: { x: 9_000, y: -4_000, width: 5_000, height: 200, isMaximized: false } }))
    const { app } = await launch()
    const { bounds, area } = await app.evaluate(({ BrowserWindow, screen }) => ({
      bounds: BrowserWindow.getAllWindows()[0]?.getBounds() ?? { x: 0, y: 0, width: 0, height: 0 },
      area: screen.getPrimaryDisplay().workArea,
    }))

    expect(bounds.x).toBeGreaterThanOrEqual(area.x)
    expect(bounds.y).toBeGreaterThanOrEqual(area.y)
    expect(bounds.width).toBeLessThanOrEqual(area.width)
    expect(bounds.height).toBe(640)
  })

  it('starts afresh from a state that cannot be read', async () => {
    writeFileSync(join(profile, 'shell.json'), '{"settings": {"lang')
    const { page, log } = await launch({ appFolder: bare })

    expect(await page.evaluate(async () => (await window.untether.info()).shell)).toBeNull()
    expect(log()).toContain('shell-state-unreadable')
  })

  it('has language and theme before the page is there', async () => {
    const first = await launch({ appFolder: bare })
    await first.page.evaluate(() => window.untether.setShell({ language: 'zh-CN', theme: 'dark' }))
    await first.close()
    const { app, page } = await launch({ appFolder: bare })
    const native = await app.evaluate(({ BrowserWindow, Menu, nativeTheme }) => ({
      menu: Menu.getApplicationMenu()?.items[0]?.label,
      theme: nativeTheme.themeSource,
      background: BrowserWindow.getAllWindows()[0]?.getBackgroundColor(),
    }))

    expect(native).toEqual({ menu: menuTexts['zh-CN'].file, theme: 'dark', background: '#1C1B19' })
    expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true)
    expect(await page.evaluate(async () => (await window.untether.info()).shell)).toEqual({ language: 'zh-CN', theme: 'dark' })
  })
})

describe('the native menu', () => {
  it('asks the window for every command that it offers', async () => {
    const it = await launch()
    await showQuietPage(it)
    const commands = await collectCommands(it)
    const offered = await it.app.evaluate(({ Menu }, all) => all.filter(id => Menu.getApplicationMenu()?.getMenuItemById(id)), [...menuCommands])
    for (const command of offered)
      await it.chooseMenu(command)

    expect(offered.length).toBeGreaterThan(9)
    expect(await commands()).toEqual(offered)
  })

  it('answers to its keys', async () => {
    const it = await launch()
    await showQuietPage(it)
    const commands = await collectCommands(it)
    const keys = { 'Control+Z': 'undo', 'Control+Y': 'redo', 'Control+Shift+Z': 'redo', 'Control+N': 'add-number', 'Control+B': 'log-binding', 'Control+,': 'go-settings', 'Control+1': 'go-today', 'Control+2': 'go-numbers' }
    for (const [key, command] of Object.entries(keys)) {
      await it.press(key)
      await expect.poll(async () => (await commands()).at(-1), { message: key }).toBe(command)
    }

    expect(await commands()).toEqual(Object.values(keys))
  })

  it('speaks the language that it is told, at once', async () => {
    const { app, page } = await launch({ appFolder: bare })
    const labels = (): Promise<string[]> => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(item => item.label) ?? [])
    for (const language of ['zh-CN', 'en'] as const) {
      await page.evaluate(chosen => window.untether.setShell({ language: chosen, theme: 'system' }), language)
      const { file, edit, view, go, window: windowMenu, help } = menuTexts[language]

      expect(await labels()).toEqual([file, edit, view, go, windowMenu, help])
    }
  })
})

describe('when something fails', () => {
  it('shows a page that keeps the user informed when the window crashes, and restarts', async () => {
    const it = await launch({ appFolder: bare })
    await it.page.evaluate(() => window.untether.setShell({ language: 'zh-CN', theme: 'light' }))
    await it.app.evaluate(({ app, BrowserWindow }) => {
      Object.assign(globalThis, { calls: [] as string[] })
      const calls = Reflect.get(globalThis, 'calls') as string[]
      app.relaunch = () => void calls.push('relaunch')
      app.quit = () => void calls.push('quit')
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
    })
    const inPage = <T>(code: string): Promise<T> => it.app.evaluate(async ({ BrowserWindow }, source) =>
      await BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(source) as T, code)
    await expect.poll(() => it.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      return contents?.isLoading() === false ? contents.getURL() : ''
    })).toBe(CRASH_URL)

    expect(await inPage('[...document.querySelectorAll("section")].filter(part => part.checkVisibility()).map(part => part.lang)')).toEqual(['zh-CN'])
    await inPage('document.querySelector("section[lang=zh-CN] [data-do=copy]").click()')
    await expect.poll(() => it.app.evaluate(({ clipboard }) => clipboard.readText())).toContain('window:gone')
    await inPage('document.querySelector("section[lang=zh-CN] [data-do=restart]").click()')
    await expect.poll(() => it.app.evaluate(() => Reflect.get(globalThis, 'calls') as unknown)).toEqual(['relaunch', 'quit'])
    expect(it.log()).toContain('error window:gone')
    await it.app.evaluate(({ app }) => app.exit(0)).catch(() => {})
  })

  it('asks what to do about a window that does not answer', async () => {
    const it = await launch({ appFolder: bare })
    await it.app.evaluate(({ app, BrowserWindow, dialog }) => {
      const calls: string[] = []
      Object.assign(globalThis, { calls })
      app.relaunch = () => void calls.push('relaunch')
      app.quit = () => void calls.push('quit')
      dialog.showMessageBox = async (...args: unknown[]) => {
        calls.push((args.at(-1) as Electron.MessageBoxOptions).message)
        return { response: 1, checkboxChecked: false }
      }
      BrowserWindow.getAllWindows()[0]?.emit('unresponsive')
    })

    await expect.poll(() => it.app.evaluate(() => Reflect.get(globalThis, 'calls') as unknown)).toEqual([dialogTexts.en.stuckTitle, 'relaunch', 'quit'])
    expect(it.log()).toContain('error window:stuck')
    await it.app.evaluate(({ app }) => app.exit(0)).catch(() => {})
  })

  it('tells once about an error in the main process, and carries on', async () => {
    const it = await launch({ appFolder: bare })
    await it.app.evaluate(({ dialog }) => {
      const asked: string[] = []
      Object.assign(globalThis, { asked })
      dialog.showMessageBox = async (...args: unknown[]) => {
        asked.push((args.at(-1) as Electron.MessageBoxOptions).message)
        return { response: 2, checkboxChecked: false }
      }
      for (const text of ['first', 'second']) {
        setTimeout(() => {
          throw new RangeError(`Invalid string length ${text}`)
        })
      }
    })

    await expect.poll(() => it.log().split('main:uncaught RangeError: Invalid string length').length - 1).toBe(2)
    expect(await it.app.evaluate(() => Reflect.get(globalThis, 'asked') as unknown)).toEqual([dialogTexts.en.failedTitle])
    await expect.poll(() => it.app.evaluate(({ clipboard }) => clipboard.readText())).toContain('RangeError')
    expect(await it.page.evaluate(async () => (await window.untether.lastError()).details)).toContain('RangeError')
  })

  it('shows the same page when the files of the window are gone', async () => {
    const damaged = shellAround({})
    const { page, consoleErrors } = await launch({ appFolder: damaged })
    await page.waitForURL(CRASH_URL)

    expect(await page.locator('h1:visible').count()).toBe(1)
    expect(await page.evaluate(async () => (await window.untether.lastError()).details)).toContain('PageMissing 404')
    expect(consoleErrors.filter(text => !text.includes('404'))).toEqual([])
    rmSync(damaged, { recursive: true, force: true })
  })

  it('writes a log that holds nothing of the user', async () => {
    const canaries = ['+12025550123', '(202) 555-0123', '07700 900123', 'mary.smith@example.com', 'Mary Smith', '/home/mary/Documents', 'C:\\Users\\mary', '银行账户', 'hunter2']
    const it = await launch()
    const details = await it.page.evaluate(async (words) => {
      const made = await Promise.all(words.map(word => window.untether.reportError({
        where: word,
        message: `Cannot read properties of undefined (reading '${word}') ${word}: no account ${word}`,
        stack: `TypeError: ${word}\n    at ${word} (app://untether/index.html:10:20)\n    at app://untether/${word}:1:1\n    at open (file://${word}/index.js:1:1)\n${word}`,
      })))
      return made.map(answer => answer.details).join('\n')
    }, canaries)
    await it.app.evaluate((_electron, words) => {
      for (const word of words)
        void Promise.reject(new Error(`Could not open ${word}`))
    }, canaries)
    await expect.poll(() => it.log().split('main:rejected').length - 1).toBe(canaries.length)

    expect(it.log()).toContain('TypeError: Cannot read properties of undefined')
    // The times are the log's own: a millisecond may well be 555.
    const logged = it.log().replaceAll(/^\d{4}-\d\d-\d\dT[\d:.]+Z/gm, '')
    for (const text of [logged, details]) {
      expect(canaries.filter(word => text.includes(word))).toEqual([])
      expect(text).not.toMatch(/mary|smith|555|hunter/i)
    }
    expect(it.log()).toMatch(/ {4}at out\/renderer\/index\.html:10:20/)
    expect(details).toMatch(/Untether \d+\.\d+\.\d+ · Electron \d+/)
  })

  it('gives the log up quietly when it cannot be written', async () => {
    writeFileSync(join(profile, 'logs'), 'a file where the folder should be')
    const { page } = await launch()

    expect(await page.evaluate(() => window.untether.reportError({ where: 'test', message: '', stack: '' }))).toHaveProperty('details')
  })
})

describe('the bridge', () => {
  it('tells what runs and what is inside', async () => {
    const { page } = await launch({ appFolder: bare, args: ['--demo'], env: { LANG: 'zh_CN.UTF-8', LANGUAGE: 'zh_CN' } })
    const { info, licences } = await page.evaluate(async () => ({ info: await window.untether.info(), licences: await window.untether.licences() }))

    expect(info).toMatchObject({ dataFolder: profile, logFolder: join(profile, 'logs'), isPackaged: false, systemLanguage: 'zh-CN', demo: true, shell: null })
    expect(info.isOldRuntime).toBe(Number.parseInt(info.electron) < 45)
    expect(licences.slice(0, 3).map(({ name }) => name)).toEqual(['Electron', 'Chromium', 'Node.js'])
  })

  it('copies text and opens the data folder', async () => {
    const { app, page } = await launch()
    await app.evaluate(({ shell }) => {
      shell.openPath = async (path) => {
        Object.assign(globalThis, { openedPath: path })
        return ''
      }
    })
    await page.evaluate(async () => {
      await window.untether.copyText('复制 copy')
      await window.untether.openDataFolder()
    })

    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('复制 copy')
    expect(await app.evaluate(() => Reflect.get(globalThis, 'openedPath') as unknown)).toBe(profile)
  })

  it('ends the app', async () => {
    const { app, page } = await launch()
    const ended = new Promise(done => app.process().once('exit', done))
    await page.evaluate(() => window.untether.quit()).catch(() => {})

    expect(await ended).toBe(0)
  })

  it('keeps a demo away from the usual profile, and empties it', async () => {
    const home = mkdtempSync(join(tmpdir(), 'untether-home-'))
    const { code } = await runApp(null, { args: ['--demo'], env: { TMPDIR: home, XDG_CONFIG_HOME: join(home, 'config') }, before: ['-r', resolve(import.meta.dirname, 'quit-soon.cjs')] })

    expect(code).toBe(0)
    expect(readdirSync(home, { recursive: true }).filter(name => /IndexedDB|shell\.json/.test(String(name)))).toEqual([])
    expect(existsSync(join(home, 'config', 'Untether', 'shell.json'))).toBe(false)
    rmSync(home, { recursive: true, force: true })
  })
})
