import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import ActionButton from '../../../src/renderer/ui/ActionButton.vue'
import ActionMenu from '../../../src/renderer/ui/ActionMenu.vue'
import IconButton from '../../../src/renderer/ui/IconButton.vue'
import PhaseStepper from '../../../src/renderer/ui/PhaseStepper.vue'
import TabBar from '../../../src/renderer/ui/TabBar.vue'
import TickBox from '../../../src/renderer/ui/TickBox.vue'
import { violations } from './axe'

afterEach(() => {
  document.body.innerHTML = ''
})
enableAutoUnmount(afterEach)

describe('tick box', () => {
  it('is a check box that says its state', async () => {
    const box = mount(TickBox, { props: { state: 'open', label: 'Verify Gmail' }, attachTo: document.body })
    expect(await violations(document.body)).toEqual([])
    expect(box.attributes()).toMatchObject({ 'role': 'checkbox', 'aria-checked': 'false', 'aria-label': 'Verify Gmail' })
    await box.setProps({ state: 'done' })
    expect(box.attributes('aria-checked')).toBe('true')
    await box.setProps({ state: 'skipped' })
    expect(box.attributes('aria-checked')).toBe('mixed')
  })

  it('cannot be ticked while it waits, and says why', async () => {
    const box = mount(TickBox, { props: { state: 'waiting', label: 'Move Chase' } })
    await box.trigger('click')
    expect(box.emitted('toggle')).toBeUndefined()
    expect(box.attributes()).toMatchObject({ 'aria-disabled': 'true', 'aria-description': 'Waits for another task' })
    await box.setProps({ state: 'open' })
    await box.trigger('click')
    expect(box.emitted('toggle')).toHaveLength(1)
  })
})

describe('buttons', () => {
  it('name their key without reading it out', async () => {
    const button = mount(ActionButton, { props: { keys: 'Ctrl B', icon: 'plus' }, slots: { default: 'Log a binding' }, attachTo: document.body })
    expect(button.attributes('aria-keyshortcuts')).toBe('Control+B')
    expect(button.find('kbd').attributes('aria-hidden')).toBe('true')
    expect(await violations(document.body)).toEqual([])
  })

  it('disabled ones keep the focus but do nothing', async () => {
    const button = mount(ActionButton, { props: { isDisabled: true } })
    await button.trigger('click')
    expect(button.emitted('click')).toBeUndefined()
    expect(button.attributes('disabled')).toBeUndefined()
  })

  it('an icon alone has a name, and shows it on keyboard focus', async () => {
    const button = mount(IconButton, { props: { icon: 'x', label: 'Close' }, attachTo: document.body })
    expect(button.find('button').attributes('aria-label')).toBe('Close')
    expect(await violations(document.body)).toEqual([])
  })
})

describe('action menu', () => {
  const items = [{ key: 'a', label: 'Tomorrow' }, { key: 'b', label: 'In 3 days' }, { key: 'c', label: 'Next week' }] as const
  const menu = () => mount(ActionMenu, { props: { items, label: 'Later' }, slots: { default: `<template #default="{ toggle, attrs }"><button id="opener" v-bind="attrs" @click="toggle">Later</button></template>` }, attachTo: document.body })
  const entries = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role=menuitem]')]
  const key = (name: string): boolean => document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }))

  async function opened() {
    const wrapper = menu()
    const opener = wrapper.find<HTMLElement>('#opener')
    opener.element.focus()
    await opener.trigger('click')
    await nextTick()
    return wrapper
  }

  it('opens on its first entry', async () => {
    await opened()
    expect(document.activeElement?.textContent).toContain('Tomorrow')
    expect(document.querySelector('#opener')?.getAttribute('aria-expanded')).toBe('true')
    expect(await violations(document.body)).toEqual([])
  })

  it('walks by arrows and by first letter, round the ends', async () => {
    await opened()
    key('ArrowUp')
    expect(document.activeElement).toBe(entries()[2])
    key('ArrowDown')
    expect(document.activeElement).toBe(entries()[0])
    key('i')
    expect(document.activeElement).toBe(entries()[1])
  })

  it('gives the focus back on Esc, and after a pick', async () => {
    const wrapper = await opened()
    key('Escape')
    await nextTick()
    expect(entries()).toHaveLength(0)
    expect(document.activeElement?.id).toBe('opener')
    await wrapper.find('#opener').trigger('click')
    await nextTick()
    entries()[1]?.click()
    await nextTick()
    expect(wrapper.emitted('pick')).toEqual([['b']])
    expect(document.activeElement?.id).toBe('opener')
  })

  it('closes on a press outside', async () => {
    await opened()
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    await nextTick()
    expect(entries()).toHaveLength(0)
  })
})

describe('phase stepper', () => {
  const items = [
    { key: 'prepare', label: 'Prepare', meta: '5 of 5', state: 'done' },
    { key: 'unbind', label: 'Unbind', meta: '5 of 14', state: 'current' },
    { key: 'cancel', label: 'Cancel', meta: 'shut', state: 'locked' },
  ] as const

  it('is one stop for Tab, and arrows choose', async () => {
    const stepper = mount(PhaseStepper, { props: { items, selected: 'unbind', label: 'Phases' }, attachTo: document.body })
    expect(await violations(document.body)).toEqual([])
    const tabs = stepper.findAll('[role=tab]')
    expect(tabs.map(tab => tab.attributes('tabindex'))).toEqual(['-1', '0', '-1'])
    expect(tabs[2]?.attributes('aria-description')).toBe('Shut')
    await tabs[1]?.trigger('keydown', { key: 'ArrowRight' })
    expect(stepper.emitted('select')).toEqual([['cancel']])
    expect(document.activeElement).toBe(tabs[2]?.element)
    await tabs[2]?.trigger('keydown', { key: 'ArrowRight' })
    expect(stepper.emitted('select')).toHaveLength(1)
  })

  it('the loop stays with the current phase, whichever is looked at', () => {
    const stepper = mount(PhaseStepper, { props: { items, selected: 'cancel', label: 'Phases' } })
    expect(stepper.find('[role=presentation] > svg').attributes('style')).toContain('33.33')
  })
})

describe('tab bar', () => {
  it('moves and shows by arrows', async () => {
    const tabs = mount(TabBar, { props: { items: [{ key: 'a', label: 'Overview' }, { key: 'b', label: 'Bindings', count: 14 }], selected: 'a', label: 'Number' }, attachTo: document.body })
    expect(await violations(document.body)).toEqual([])
    await tabs.find('[role=tab]').trigger('keydown', { key: 'ArrowLeft' })
    expect(tabs.emitted('select')).toEqual([['b']])
  })
})
