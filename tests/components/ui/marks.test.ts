import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { BINDING_STATES } from '../../../src/core/records/binding'
import { IMPORTANCES } from '../../../src/core/records/account'
import DueLabel from '../../../src/renderer/ui/DueLabel.vue'
import GateMark from '../../../src/renderer/ui/GateMark.vue'
import ImportanceBars from '../../../src/renderer/ui/ImportanceBars.vue'
import ProgressRing from '../../../src/renderer/ui/ProgressRing.vue'
import RoleSlots from '../../../src/renderer/ui/RoleSlots.vue'
import ServiceMark from '../../../src/renderer/ui/ServiceMark.vue'
import StateMark from '../../../src/renderer/ui/StateMark.vue'
import { violations } from './axe'

describe('marks', () => {
  it('each state has a shape of its own, whatever its colour', () => {
    const shapes = BINDING_STATES.map(state => mount(StateMark, { props: { state } }).element.innerHTML)
    expect(new Set(shapes).size).toBe(BINDING_STATES.length)
    const gates = (['passed', 'shut', 'unknown', 'skipped', 'late', 'soon'] as const).map(state => mount(GateMark, { props: { state } }).element.innerHTML)
    expect(new Set(gates).size).toBe(6)
  })

  it('says nothing beside a word, and its name where it stands alone', async () => {
    expect(mount(StateMark, { props: { state: 'moved' } }).attributes('aria-hidden')).toBe('true')
    const alone = mount(StateMark, { props: { state: 'moved', label: 'Moved' }, attachTo: document.body })
    expect(alone.attributes()).toMatchObject({ 'role': 'img', 'aria-label': 'Moved' })
    expect(await violations(alone.element)).toEqual([])
  })

  it('a letter stands in for a brand without a drawing, in any script', () => {
    expect(mount(ServiceMark, { props: { path: null, name: ' chase' } }).text()).toBe('C')
    expect(mount(ServiceMark, { props: { path: null, name: '“支付宝”' } }).text()).toBe('支')
    expect(mount(ServiceMark, { props: { path: null, name: '…' } }).text()).toBe('?')
    expect(mount(ServiceMark, { props: { path: 'M0 0', name: 'x' } }).find('path').attributes('d')).toBe('M0 0')
  })

  it('roles keep their four places, and the name says all of them', () => {
    const slots = mount(RoleSlots, { props: { roles: ['contact', 'verification-only'] } })
    expect(slots.findAll('[data-role]').map(slot => [slot.attributes('data-role'), slot.attributes('transform')])).toEqual([['verification-only', 'translate(36)'], ['contact', 'translate(108)']])
    expect(slots.attributes('aria-label')).toBe('Used for: contact, verification-only')
    expect(mount(RoleSlots, { props: { roles: [] } }).attributes('aria-label')).toBe('Use not noted')
  })

  it('importance fills as many bars as it has levels', () => {
    const filled = IMPORTANCES.map(level => mount(ImportanceBars, { props: { level } }).find('.fill-ink2').attributes('d')?.split('M').length)
    expect(filled).toEqual([...IMPORTANCES.keys()].map(index => IMPORTANCES.length + 1 - index))
  })

  it('due wears a shape only where it presses', () => {
    expect(mount(DueLabel, { props: { urgency: 'later', text: '4 Dec' } }).find('svg').exists()).toBe(false)
    expect(mount(DueLabel, { props: { urgency: 'late', text: '3 days late' } }).find('svg').exists()).toBe(true)
  })
})

describe('progress ring', () => {
  it('names what is left and shows it', async () => {
    const ring = mount(ProgressRing, { props: { verified: 5, letGo: 1, halfway: 2, bound: 6 }, attachTo: document.body })
    expect(ring.attributes('aria-label')).toBe('8 of 14 left')
    expect(ring.text()).toBe('8')
    expect(ring.findAll('path')).toHaveLength(14)
    expect(await violations(ring.element)).toEqual([])
  })

  it('all settled: a tick instead of a figure', () => {
    const ring = mount(ProgressRing, { props: { verified: 4, letGo: 1 } })
    expect(ring.attributes('aria-label')).toBe('All 5 settled')
    expect(ring.text()).toBe('')
  })

  it('nothing bound is neither done nor 0 left', () => {
    const ring = mount(ProgressRing)
    expect(ring.attributes('aria-label')).toBe('No bindings yet')
    expect(ring.findAll('path')).toHaveLength(0)
  })

  it('in small it is one arc, whole when all is settled', () => {
    expect(mount(ProgressRing, { props: { size: 18, verified: 5, bound: 9 } }).findAll('path')).toHaveLength(1)
    expect(mount(ProgressRing, { props: { size: 18, verified: 5 } }).find('path').attributes('d')?.match(/A/g)).toHaveLength(2)
    expect(mount(ProgressRing, { props: { size: 18, bound: 5 } }).findAll('path')).toHaveLength(0)
  })
})
