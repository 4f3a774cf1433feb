import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import AppDialog from '../../../src/renderer/ui/AppDialog.vue'
import SidePanel from '../../../src/renderer/ui/SidePanel.vue'
import TextField from '../../../src/renderer/ui/TextField.vue'
import { violations } from './axe'

const global = { plugins: [createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: { render: () => null } }] })] }

async function settled(check: () => boolean): Promise<void> {
  for (let turn = 0; turn < 100 && !check(); turn++)
    await new Promise(resolve => setTimeout(resolve, 10))
  await flushPromises()
}

afterEach(() => {
  document.body.innerHTML = ''
})
enableAutoUnmount(afterEach)

describe.each([['dialog', AppDialog], ['panel', SidePanel]] as const)('%s', (_, Part) => {
  it('loads its part only when opened, takes the focus, and gives it back', async () => {
    document.body.innerHTML = '<button id="opener">Open</button>'
    const opener = document.querySelector<HTMLElement>('#opener')!
    opener.focus()
    const wrapper = mount(Part, { props: { 'open': false, 'title': 'Log a binding', 'description': 'A few keys are enough.', 'onUpdate:open': (open: boolean) => wrapper.setProps({ open }) }, slots: { default: () => h(TextField, { 'modelValue': '', 'aria-label': 'Account' }), footer: () => h('button', 'Save') }, global, attachTo: document.body })
    expect(document.querySelector('[role=dialog]')).toBeNull()
    await wrapper.setProps({ open: true })
    await settled(() => document.querySelector('[role=dialog]') !== null && document.activeElement?.tagName === 'INPUT')
    const dialog = document.querySelector('[role=dialog]')!
    expect(document.getElementById(dialog.getAttribute('aria-labelledby') ?? '')?.textContent?.trim()).toBe('Log a binding')
    expect(document.getElementById(dialog.getAttribute('aria-describedby') ?? '')?.textContent?.trim()).toBe('A few keys are enough.')
    expect(document.activeElement?.tagName).toBe('INPUT')
    expect(await violations(dialog)).toEqual([])
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    await settled(() => document.querySelector('[role=dialog]') === null && document.activeElement === opener)
    expect(wrapper.props('open')).toBe(false)
    expect(document.activeElement).toBe(opener)
  })
})
