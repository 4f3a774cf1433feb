import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { defineComponent, h, nextTick, ref } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import ChipPick from '../../../src/renderer/ui/ChipPick.vue'
import DayField from '../../../src/renderer/ui/DayField.vue'
import FieldRow from '../../../src/renderer/ui/FieldRow.vue'
import GateList from '../../../src/renderer/ui/GateList.vue'
import PickField from '../../../src/renderer/ui/PickField.vue'
import SegmentPick from '../../../src/renderer/ui/SegmentPick.vue'
import TextField from '../../../src/renderer/ui/TextField.vue'
import { violations } from './axe'

/** The kit's buttons are links as well, so they look for a router. */
const global = { plugins: [createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: { render: () => null } }] })] }

afterEach(() => {
  document.body.innerHTML = ''
})
enableAutoUnmount(afterEach)

describe('field row', () => {
  it('ties label, hint and error to its field', async () => {
    const row = mount(FieldRow, { props: { label: 'Account', hint: 'E-mail or login' }, slots: { default: () => h(TextField, { modelValue: '' }) }, attachTo: document.body })
    expect(await violations(document.body)).toEqual([])
    const input = row.find('input')
    expect(row.find('label').attributes('for')).toBe(input.attributes('id'))
    expect(document.getElementById(input.attributes('aria-describedby') ?? '')?.textContent).toBe('E-mail or login')
    await row.setProps({ error: 'Too long' })
    expect(input.attributes('aria-invalid')).toBe('true')
    expect(row.find('[role=alert]').text()).toBe('Too long')
    expect(document.getElementById(input.attributes('aria-describedby') ?? '')?.textContent).toBe('Too long')
  })

  it('names a group of inputs', async () => {
    mount(FieldRow, { props: { label: 'Used for', isGroup: true }, slots: { default: () => h(ChipPick, { modelValue: [], options: [{ value: 'a', label: 'Text codes' }] }) }, attachTo: document.body })
    expect(await violations(document.body)).toEqual([])
    const group = document.querySelector('[role=group]')
    expect(document.getElementById(group?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe('Used for')
  })
})

describe('picks', () => {
  it('chips keep the order of the options', async () => {
    const chips = mount(ChipPick, { props: { modelValue: ['c'], label: 'Roles', options: ['a', 'b', 'c'].map(value => ({ value, label: value })) }, attachTo: document.body })
    expect(await violations(document.body)).toEqual([])
    await chips.findAll('input')[0]?.trigger('change')
    expect(chips.emitted('update:modelValue')).toEqual([[['a', 'c']]])
  })

  it('segments are radio buttons', async () => {
    const segments = mount(SegmentPick, { props: { modelValue: 'en', label: 'Language', options: [{ value: 'en', label: 'English' }, { value: 'zh-CN', label: '中文', lang: 'zh' }] }, attachTo: document.body })
    expect(await violations(document.body)).toEqual([])
    await segments.findAll('input')[1]?.setValue(true)
    expect(segments.emitted('update:modelValue')).toEqual([['zh-CN']])
  })
})

describe('gate list', () => {
  it('puts what is missing first and gives each its verb', async () => {
    const list = mount(GateList, { props: { items: [{ key: 'a', state: 'passed', text: 'Line is active' }, { key: 'b', state: 'unknown', text: 'Auto-renew: unknown', action: 'Check' }, { key: 'c', state: 'shut', text: '9 bindings not settled', action: 'Show' }] }, attachTo: document.body })
    expect(await violations(document.body)).toEqual([])
    expect(list.findAll('li').map(row => row.text())).toEqual(['9 bindings not settledShow', 'Auto-renew: unknownCheck', 'Line is active'])
    await list.find('button').trigger('click')
    expect(list.emitted('open')).toEqual([['c']])
  })
})

describe('pick field', () => {
  const all = ['Chase', 'Charles Schwab', 'Citi']
  const Holder = defineComponent({
    props: { isFree: Boolean },
    emits: ['free'],
    setup(props, { emit, expose }) {
      const found = ref(all)
      const picked = ref<string | null>(null)
      expose({ picked })
      return () => h(FieldRow, { label: 'Service' }, () => h(PickField as never, {
        'items': found.value,
        'keyOf': (item: string) => item,
        'labelOf': (item: string) => item,
        'isFree': props.isFree,
        'modelValue': picked.value,
        'onUpdate:modelValue': (value: string | null) => picked.value = value,
        'onSearch': (text: string) => found.value = all.filter(item => item.toLowerCase().includes(text.toLowerCase())),
        'onFree': (text: string) => emit('free', text),
      }))
    },
  })
  const settle = async (): Promise<void> => {
    await nextTick()
    await new Promise(resolve => setTimeout(resolve, 20))
  }

  async function typed(text: string, isFree = false) {
    const wrapper = mount(Holder, { props: { isFree }, global, attachTo: document.body })
    await settle()
    const input = wrapper.find<HTMLInputElement>('input')
    input.element.focus()
    await input.setValue(text)
    await settle()
    return { wrapper, input }
  }
  const options = (): string[] => [...document.querySelectorAll('[role=option]')].map(option => option.textContent?.trim() ?? '')

  it('lists what the caller found, and takes the first on Enter', async () => {
    const { wrapper, input } = await typed('ch')
    expect(options()).toEqual(['Chase', 'Charles Schwab'])
    expect(await violations(wrapper.element)).toEqual([])
    await input.trigger('keydown', { key: 'Enter' })
    await settle()
    expect((wrapper.vm as unknown as { picked: string }).picked).toBe('Chase')
  })

  it('offers own words last, where they may be taken', async () => {
    const { wrapper } = await typed('chimera', true)
    expect(options()).toEqual(['Use “chimera”'])
    document.querySelector<HTMLElement>('[role=option]')?.click()
    await settle()
    expect(wrapper.emitted('free')).toEqual([['chimera']])
  })
})

describe('day field', () => {
  const field = (modelValue: string | null) => mount(FieldRow, { props: { label: 'Due' }, slots: { default: () => h(DayField, { modelValue }) }, global, attachTo: document.body })

  it('shows the day in the order of the language', async () => {
    const row = field('2026-11-25')
    await nextTick()
    expect(row.findAll('[data-segment]').map(segment => segment.text()).join('')).toBe('25/11/2026')
    expect(await violations(document.body)).toEqual([])
  })

  it('takes a pasted day, also as Chinese writes it, and clears', async () => {
    const row = field('2026-11-25')
    const day = row.findComponent(DayField)
    const paste = (text: string) => day.trigger('paste', { clipboardData: { getData: () => text } })
    await paste('2026年12月5日')
    await paste('2027/1/9')
    await paste('not a day')
    await row.find('[aria-label="Clear the day"]').trigger('click')
    expect(day.emitted('update:modelValue')).toEqual([['2026-12-05'], ['2027-01-09'], [null]])
  })
})
