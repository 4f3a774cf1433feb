import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { defineComponent, h, nextTick, ref } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import ChipPick from '../../../src/renderer/ui/ChipPick.vue'
import DayField from '../../../src/renderer/ui/DayField.vue'
import FieldRow from '../../../src/renderer/ui/FieldRow.vue'
import GateList from '../../../src/renderer/ui/GateList.vue'
import { kitKey } from '../../../src/renderer/ui/kit'
import NoteField from '../../../src/renderer/ui/NoteField.vue'
import PickField from '../../../src/renderer/ui/PickField.vue'
import SegmentPick from '../../../src/renderer/ui/SegmentPick.vue'
import { insistedTexts } from '../../../src/renderer/ui/secrets/insisted'
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

describe('a text that looks like a secret', () => {
  const CARD = 'card 4111 1111 1111 1111'
  const Holder = defineComponent({
    props: { field: { type: Object, required: true }, begin: { type: String, default: '' }, error: { type: String, default: null } },
    setup(props, { expose }) {
      const text = ref(props.begin)
      expose({ text })
      return () => h(FieldRow, { label: 'Notes', hint: 'Anything', error: props.error }, () => h(props.field, { 'modelValue': text.value, 'onUpdate:modelValue': (now: string) => text.value = now }))
    },
  })
  const open = (field: object, props: object = {}) => {
    const holder = mount(Holder, { props: { field, ...props }, attachTo: document.body })
    return { holder, input: holder.find('input, textarea'), text: () => (holder.vm as unknown as { text: string }).text, note: () => holder.find('[data-secret-note]') }
  }
  const press = (note: ReturnType<ReturnType<typeof open>['note']>, name: string) => note.findAll('button').find(button => button.text() === name)!.trigger('click')

  it.each([['one line', TextField], ['a note', NoteField]])('is named under %s, and read out with it', async (_, field) => {
    const { input, note } = open(field)
    expect(note().exists()).toBe(false)
    await input.setValue(CARD)
    expect(note().text()).toContain('This looks like a card number. Untether does not keep secrets.')
    expect(input.attributes('aria-invalid')).toBe('true')
    expect(document.getElementById(input.attributes('aria-describedby') ?? '')?.textContent).toContain('card number')
    expect(await violations(document.body)).toEqual([])
    expect(insistedTexts()).toEqual([])
  })

  it('is taken out, and the keys stay in the field', async () => {
    const { input, note, text } = open(TextField)
    await input.setValue(`${CARD}, asked on Monday`)
    await press(note(), 'Take it out')
    expect(text()).toBe('card, asked on Monday')
    expect(note().exists()).toBe(false)
    expect(document.activeElement).toBe(input.element)
  })

  it('is kept anyway until it is typed over or the field goes', async () => {
    const { holder, input, note, text } = open(NoteField)
    await input.setValue(CARD)
    await press(note(), 'Keep it anyway')
    expect(text()).toBe(CARD)
    expect(note().exists()).toBe(false)
    expect(input.attributes('aria-invalid')).toBeUndefined()
    expect(insistedTexts()).toEqual([CARD])
    await input.setValue('PIN 4821')
    expect(note().text()).toContain('a PIN')
    expect(insistedTexts()).toEqual([])
    await press(note(), 'Keep it anyway')
    holder.unmount()
    expect(insistedTexts()).toEqual([])
  })

  it('takes the place of the refusal, which does not come back once it is kept', async () => {
    const { holder, input, note } = open(TextField)
    await input.setValue(CARD)
    await holder.setProps({ error: 'This looks like a card number, so it was not kept.' })
    expect(holder.find('[role=alert]').exists()).toBe(false)
    await press(note(), 'Keep it anyway')
    expect(holder.find('[role=alert]').exists()).toBe(false)
    await holder.setProps({ error: 'Too long' })
    expect(holder.find('[role=alert]').text()).toBe('Too long')
  })

  it('is not judged where it stood there already, nor in a field for secrets', async () => {
    expect(open(TextField, { begin: CARD }).note().exists()).toBe(false)
    const field = mount(TextField, { props: { modelValue: '', holdsSecret: true }, attachTo: document.body })
    await field.find('input').setValue('password: hunter2')
    expect(document.querySelector('[data-secret-note]')).toBeNull()
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

  /** A field in a form, with its model held outside. */
  async function open(start: string | null, language: 'en-GB' | 'zh-CN' = 'en-GB') {
    const day = ref(start)
    const sent = ref(0)
    const Form = defineComponent(() => () => h('form', { onSubmit: (event: Event) => {
      event.preventDefault()
      sent.value++
    } }, h(FieldRow, { label: 'Due' }, () => h(DayField, { 'modelValue': day.value, 'onUpdate:modelValue': (now: string | null) => day.value = now }))))
    const kit = { say: (key: string) => key, roleName: String, list: String, locale: () => language, isMac: false }
    const form = mount(Form, { global: { ...global, provide: { [kitKey as symbol]: kit } }, attachTo: document.body })
    await nextTick()
    const click = (part: string) => form.find<HTMLElement>(`[data-segment=${part}]`).element.focus()
    async function write(...keys: string[]): Promise<void> {
      for (const key of keys.flatMap(text => /^\d+$/.test(text) ? [...text] : [text])) {
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
        await nextTick()
      }
    }
    const leave = async () => {
      (document.activeElement as HTMLElement).blur()
      await nextTick()
    }
    const shown = () => form.findAll('[role=spinbutton]').map(segment => segment.text()).join(' ')
    return { form, day, sent, click, write, leave, shown }
  }

  it.each([
    ['en-GB', '2026-11-26', 'day', '26122026', '2026-12-26'],
    ['en-GB', '2026-02-26', 'day', '31122027', '2027-12-31'],
    ['zh-CN', '2026-12-26', 'year', '20270126', '2027-01-26'],
    ['zh-CN', null, 'year', '20270126', '2027-01-26'],
    ['en-GB', null, 'day', '542027', '2027-04-05'],
  ] as const)('is typed over in %s: %s', async (language, before, first, keys, after) => {
    const { day, click, write, leave } = await open(before, language)
    click(first)
    const seen: (string | null)[] = []
    for (const key of keys) {
      await write(key)
      seen.push(day.value)
    }
    await leave()
    expect(day.value).toBe(after)
    expect(seen.filter(text => text !== before && !/^\d{4}-\d\d-\d\d$/.test(text ?? ''))).toEqual([])
  })

  it('says what is half typed, keeps it, and never counts it as empty', async () => {
    const { form, day, click, write, leave, shown } = await open('2026-11-26')
    click('year')
    await write('20')
    expect([day.value, form.find('[role=alert]').exists()]).toEqual(['2026-11-26', false])
    await leave()
    expect(day.value).toBe('20-11-26')
    expect(shown()).toBe('26 11 20')
    expect(form.find('[role=alert]').text()).toBe('dayUnfinished')
    click('year')
    await write('2027')
    await leave()
    expect([day.value, form.find('[role=alert]').exists()]).toEqual(['2027-11-26', false])
    click('day')
    await write('31')
    await leave()
    expect(form.find('[role=alert]').exists()).toBe(true)
  })

  it('is emptied by deleting every part, or by its button', async () => {
    const { form, day, click, write, shown } = await open('2026-11-26')
    click('year')
    await write('Backspace', 'Backspace', 'Backspace')
    expect(day.value).toBe('2026-11-26')
    await write('Backspace', 'Backspace')
    expect(day.value).toBe(null)
    await write('31')
    await form.find('[aria-label=clearDay]').trigger('click')
    expect(shown()).toBe('daySigns.day daySigns.month daySigns.year')
  })

  it('sends the form by Enter and leaves Escape to what stands around', async () => {
    const { day, sent, click, write } = await open('2026-11-26')
    click('day')
    await write('5', 'Enter')
    await nextTick()
    expect([day.value, sent.value]).toEqual(['2026-11-05', 1])
    const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(escape)
    expect(escape.defaultPrevented).toBe(false)
  })
})
