import type { MenuCommand } from '../../shared/ipc'
import { onScopeDispose } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { assertNever } from '../../core/lib/assert-never'
import { changeSettings } from '../../core/actions/change-settings'
import { useDialogs } from './dialogs'
import { watchOpened } from './palette/opened'
import { printPage } from './print/use-print'
import { useUntether } from './untether'

/** Whether the keyboard is in something that has an undo of its own. */
function isTyping(): boolean {
  const element = document.activeElement
  return element instanceof HTMLTextAreaElement
    || (element instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(element.type))
    || (element instanceof HTMLElement && (element.isContentEditable || element.role === 'spinbutton'))
}

/** Does what the native menu asks. Undo in a text field is the field's own. */
export function useAnswers(): (command: MenuCommand) => unknown {
  const untether = useUntether()
  const router = useRouter()
  const route = useRoute()
  const dialogs = useDialogs()

  /** A lock without a passphrase would keep nobody out; the place to set one is shown instead. */
  async function lockOrOffer(): Promise<void> {
    if ((await window.untether.vault.status()).protection === 'passphrase')
      return window.untether.vault.lock()
    untether.notice.value = { kind: 'said', key: 'vault.setFirst', params: {} }
    await router.push({ name: 'settings', hash: '#security' })
  }

  function answer(command: MenuCommand): unknown {
    switch (command) {
      case 'undo':
      case 'redo':
        return isTyping() ? document.execCommand(command) : untether[command]()
      case 'add-number':
        return router.push({ name: 'add-number' })
      case 'log-binding':
        return dialogs.askToLog()
      case 'print':
        return printPage() ?? (untether.notice.value = { kind: 'said', key: 'print.nothing', params: {} })
      case 'go-today':
        return router.push('/')
      case 'go-numbers':
        return router.push('/numbers')
      case 'go-bindings':
        return router.push('/bindings')
      case 'go-catalogue':
        return router.push({ name: 'catalogue' })
      case 'go-settings':
      case 'about':
        return router.push('/settings')
      case 'language-en':
        return untether.run(changeSettings, { language: 'en' })
      case 'language-zh':
        return untether.run(changeSettings, { language: 'zh-CN' })
      case 'toggle-theme':
        return untether.run(changeSettings, { theme: document.documentElement.classList.contains('dark') ? 'light' : 'dark' })
      case 'lock':
        return lockOrOffer()
      case 'palette':
        return route.name === 'first-start' ? undefined : dialogs.togglePalette()
      default:
        return assertNever(command)
    }
  }

  return answer
}

/** Answers the native menu and its shortcuts, and the one from any program: also if it was pressed before the record was open. */
export function useCommands(): void {
  const { askToLog } = useDialogs()
  const takePress = async (): Promise<void> => {
    if (await window.untether.shortcut.takePress())
      await askToLog()
  }
  onScopeDispose(window.untether.shortcut.onPressed(() => void takePress()))
  void takePress()
  onScopeDispose(window.untether.onMenuCommand(useAnswers()))
  onScopeDispose(watchOpened(useRouter()))
}
