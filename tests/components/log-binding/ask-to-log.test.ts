import { beforeEach, describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { addNumber } from '../../../src/core/actions/add-number'
import { useDialogs } from '../../../src/renderer/app/dialogs'
import AskedDialogs from '../../../src/renderer/app/shell/AskedDialogs.vue'
import { startApp } from '../app'
import { appears, find, settle, type, until } from '../page'

const LINE = '.log-panel [role=combobox]'
const dialogs = useDialogs()
const beside = defineComponent({ render: () => [h('button', { id: 'opener' }, 'Somewhere'), h(AskedDialogs)] })

beforeEach(() => {
  dialogs.isPaletteOpen.value = false
  dialogs.close()
  Object.assign(window, { untether: {} })
})

async function open(): Promise<void> {
  const { act } = await startApp({ beside })
  await act(addNumber, { e164: '+14155550134' })
  find('#opener').focus()
}

describe('logging by key', () => {
  it('opens the panel with the keyboard in its line', async () => {
    await open()
    await dialogs.askToLog()
    await appears(LINE)
    expect(document.activeElement).toBe(find(LINE))
  })

  it('has find or do make way, and gives the keyboard back to where it was', async () => {
    await open()
    dialogs.togglePalette()
    await appears('.palette-input')
    await until(() => document.activeElement === find('.palette-input'))
    await dialogs.askToLog()
    await appears(LINE)
    await settle()
    expect(document.querySelector('.palette-input')).toBeNull()
    expect(document.activeElement).toBe(find(LINE))
    dialogs.close()
    await settle()
    expect(document.activeElement?.id).toBe('opener')
  })

  it('leaves what is begun in the panel, and goes back to its line', async () => {
    await open()
    await dialogs.askToLog()
    await appears(LINE)
    type(find(LINE), 'my corner shop')
    find('.log-panel select').focus()
    await dialogs.askToLog()
    await settle()
    expect(find<HTMLInputElement>(LINE).value).toBe('my corner shop')
    expect(document.activeElement).toBe(find(LINE))
  })

  it('takes no other dialog away', async () => {
    await open()
    dialogs.editGuide({ kind: 'catalog', id: 'google-voice' })
    await appears('[role=dialog][data-state=open]')
    await dialogs.askToLog()
    expect(dialogs.open.value).toMatchObject({ kind: 'guide' })
    dialogs.close()
    await until(() => document.querySelector('[role=dialog]') === null)
    for (const markup of ['<div role="dialog" data-state="open" aria-label="Sure?"></div>', '<div role="alertdialog" aria-label="Gone wrong"></div>']) {
      document.body.insertAdjacentHTML('beforeend', markup)
      await dialogs.askToLog()
      expect(dialogs.open.value).toBeNull()
      document.body.lastElementChild?.remove()
    }
    await dialogs.askToLog()
    expect(dialogs.open.value).toMatchObject({ kind: 'log-binding' })
  })
})
