import { describe, expect, it } from 'vitest'
import { addNumber } from '../../../../src/core/actions/add-number'
import { changeSettings } from '../../../../src/core/actions/change-settings'
import { loadSample } from '../../../../src/core/actions/load-sample'
import { logBinding } from '../../../../src/core/actions/log-binding'
import { noteBalance } from '../../../../src/core/actions/note-balance'
import { removeSample } from '../../../../src/core/actions/remove-sample'
import { emptyFacts, settingsOf } from '../../../../src/core/records/facts'
import { asText, NOW, refusalOf, run, testWorld } from './world'

const world = testWorld(41)
const own = run(emptyFacts(), addNumber, { e164: '+12025550100', label: 'Mine' }, world.context())
const loaded = run(own.facts, loadSample, { language: 'en' }, world.context())
const sampleNumber = [...loaded.facts.numbers.values()].find(number => number.isSample)!

describe('the sample', () => {
  it('comes beside what is there, and goes without a trace', () => {
    expect([loaded.facts.numbers.size, loaded.facts.bindings.size]).toEqual([4, 28])
    expect(loaded.outcome.event).toMatchObject({ kind: 'sample.loaded', params: { numbers: 3, bindings: 28 } })
    const removed = run(loaded.facts, removeSample, undefined, world.context())
    expect(asText(removed.facts)).toBe(asText(own.facts))
    expect(asText(run(removed.facts, loadSample, { language: 'en' }, world.context()).facts)).toBe(asText(loaded.facts))
  })

  it('is refused twice, beside its own numbers, and when there is none to remove', () => {
    expect(refusalOf(loaded.facts, loadSample, { language: 'zh-CN' })).toEqual({ refused: 'already-so' })
    const clash = run(own.facts, addNumber, { e164: '+14155550134' }, world.context())
    expect(refusalOf(clash.facts, loadSample, { language: 'en' })).toMatchObject({ refused: 'number-exists' })
    expect(refusalOf(own.facts, removeSample, undefined)).toEqual({ refused: 'already-so' })
  })

  it('takes what the user added to it along', () => {
    const added = run(loaded.facts, logBinding, { numberId: sampleNumber.id, service: { kind: 'own', name: 'Club', category: 'other' } }, world.context())
    const noted = run(added.facts, noteBalance, { numberId: sampleNumber.id, balance: { typed: '1', currency: 'USD' } }, world.context())
    expect(asText(run(noted.facts, removeSample, undefined, world.context()).facts)).toBe(asText(own.facts))
  })

  it('leaves the user a sample account that hangs on a number of their own, and forgets guards that went', () => {
    const [gmail] = [...loaded.facts.accounts.values()]
    const shared = run(loaded.facts, logBinding, { numberId: own.value, service: { kind: 'catalog', id: 'chase' }, login: 'mei@example.com' }, world.context())
    expect(shared.value.isNewAccount).toBe(false)
    expect(shared.facts.accounts.get(shared.value.accountId)?.guardedBy).toEqual([gmail?.id])
    const removed = run(shared.facts, removeSample, undefined, world.context())
    expect([...removed.facts.accounts.values()]).toMatchObject([{ id: shared.value.accountId, isSample: false, guardedBy: [] }])
    expect(removed.facts.bindings.size).toBe(1)
  })
})

describe('settings', () => {
  it('change without undo', () => {
    const changed = run(emptyFacts(), changeSettings, { language: 'zh-CN', isStarted: true }, world.context())
    expect(settingsOf(changed.facts)).toMatchObject({ id: 'settings', language: 'zh-CN', theme: 'system', isStarted: true })
    expect(settingsOf(changed.facts).createdAt).toBeGreaterThan(NOW)
    expect(changed.outcome.event).toEqual({ kind: 'settings.changed', numberIds: [], params: { fields: 'isStarted language' }, isUndoable: false })
    expect(refusalOf(changed.facts, changeSettings, { language: 'zh-CN' })).toEqual({ refused: 'already-so' })
    expect(refusalOf(emptyFacts(), changeSettings, { theme: 'system' })).toEqual({ refused: 'already-so' })
  })
})
