import type { MenuCommand } from '../../shared/ipc'
import { onScopeDispose } from 'vue'
import { useRouter } from 'vue-router'
import { assertNever } from '../../core/lib/assert-never'
import { changeSettings } from '../../core/actions/change-settings'
import { useDialogs } from './dialogs'
import { printPage } from './print/use-print'
import { useUntether } from './untether'

/** Whether the keyboard is in something that has an undo of its own. */
function isTyping(): boolean {
  const element = document.activeElement
  return element instanceof HTMLTextAreaElement
    || (element instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(element.type))
    || (element instanceof HTMLElement && (element.isContentEditable || element.role === 'spinbutton'))
}

/** Answers the native menu and its shortcuts. Undo in a text field is the field's own. */
export function useCommands(): void {
  const untether = useUntether()
  const router = useRouter()
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
        return dialogs.logBinding()
      case 'print':
        return printPage() ?? (untether.notice.value = { kind: 'said', key: 'print.nothing', params: {} })
      case 'go-today':
        return router.push('/')
      case 'go-numbers':
        return router.push('/numbers')
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
      // Screens of later versions; the menu does not offer them yet.
      case 'lock':
        return lockOrOffer()
      case 'palette':
      case 'go-bindings':
        return undefined
      default:
        return assertNever(command)
    }
  }

  onScopeDispose(window.untether.onMenuCommand(answer))
}
