import type { Unfit } from '../../../../shared/accelerator'
import type { ShortcutStatus } from '../../../../shared/ipc'
import { computed, onMounted, shallowRef } from 'vue'
import { acceleratorOf, keysOf } from '../../../../shared/accelerator'
import { useUntether } from '../../../app/untether'
import { keyText } from '../../../ui/key-text'

/** The keys that log a binding from any program, and a field that takes what is pressed in it. */
export function useShortcut() {
  const { info, shortcut, notice } = useUntether()
  const isMac = info.platform === 'darwin'
  const status = shallowRef<ShortcutStatus>({ accelerator: null, isActive: false })
  /** Why the keys that were pressed last are not taken. */
  const fault = shallowRef<{ reason: Unfit | 'taken', keys: string } | null>(null)

  const textOf = (accelerator: string): string => keyText(keysOf(accelerator, isMac), isMac)
  /** As they are written on this keyboard; empty where none are set. */
  const keys = computed(() => status.value.accelerator === null ? '' : textOf(status.value.accelerator))
  /** They were set, and another program has them now. */
  const isIdle = computed(() => status.value.accelerator !== null && !status.value.isActive)

  async function set(accelerator: string | null): Promise<void> {
    fault.value = null
    const answer = await shortcut.set(accelerator)
    status.value = await shortcut.status()
    if (answer === 'taken')
      fault.value = { reason: 'taken', keys: textOf(accelerator ?? '') }
    else
      notice.value = { kind: 'said', key: accelerator === null ? 'shortcut.cleared' : 'shortcut.set', params: { keys: keys.value } }
  }

  async function clear(): Promise<void> {
    fault.value = null
    if (status.value.accelerator !== null)
      await set(null)
  }

  /** Takes what is pressed in the field; Tab leaves it. */
  async function press(event: KeyboardEvent): Promise<void> {
    const isBare = !event.ctrlKey && !event.altKey && !event.metaKey
    if (event.key === 'Tab' && isBare)
      return
    event.preventDefault()
    event.stopPropagation()
    if (event.repeat)
      return
    if (isBare && event.key === 'Escape') {
      fault.value = null
      return
    }
    if (isBare && (event.key === 'Backspace' || event.key === 'Delete'))
      return clear()
    const pressed = acceleratorOf(event, isMac)
    if (pressed === null)
      return
    if ('unfit' in pressed)
      fault.value = { reason: pressed.unfit, keys: '' }
    else
      await set(pressed.accelerator)
  }

  onMounted(async () => {
    status.value = await shortcut.status()
  })

  return { keys, fault, isIdle, press, clear, again: () => set(status.value.accelerator) }
}
