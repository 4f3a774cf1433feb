import { describe, expect, it } from 'vitest'
import { addNumber } from '../../src/core/actions/add-number'
import { changeSettings } from '../../src/core/actions/change-settings'
import { logBinding } from '../../src/core/actions/log-binding'
import { markBindingMoved } from '../../src/core/actions/mark-binding-moved'
import { restoreRecord } from '../../src/core/actions/restore-record'
import { untickTask } from '../../src/core/actions/untick-task'
import { settingsOf } from '../../src/core/records/facts'
import { largeFacts } from '../../src/core/sample/large'
import { SealError } from '../../src/data/seal/sealer'
import { done, newDisk, NOW, openOn, tablesOn, TODAY } from './open'
import { writeTick } from './write-tick'

const google = { kind: 'catalog', id: 'google' } as const
const e164 = '+14155550134'

describe('the record', () => {
  it('keeps what was committed across a restart, number, account, binding, tick and settings', async () => {
    const disk = newDisk()
    const record = await openOn(disk)
    const numberId = await done(record.commit(addNumber, { e164, label: 'Bank codes' }))
    const { bindingId } = await done(record.commit(logBinding, { numberId, service: google, login: 'mei@example.com', roles: ['sms-2fa'] }))
    await done(record.commit(markBindingMoved, { bindingId }))
    await done(record.commit(writeTick, { numberId, taskKey: 'prepare:confirm-rules' }))
    await done(record.commit(changeSettings, { language: 'zh-CN' }))
    const before = record.facts()
    record.close()

    const again = await openOn(disk)
    expect(again.facts()).toEqual(before)
    expect(again.facts().bindings.get(bindingId)?.state).toBe('moved')
    expect(settingsOf(again.facts()).language).toBe('zh-CN')
  })

  it('writes rows and event together or not at all', async () => {
    const faults: unknown[] = []
    const disk = newDisk()
    const record = await openOn(disk, { onFault: error => faults.push(error) })
    const { db } = await tablesOn(disk)
    const numberId = await done(record.commit(addNumber, { e164 }))
    const before = record.facts()
    // The event can not be written twice under one place in history: the rows beside it must not stay either.
    await db.events.add({ ...(await db.events.toArray())[0]!, seq: 2 })
    const outcome = await record.commit(writeTick, { numberId, taskKey: 'prepare:confirm-rules' })

    expect(outcome).toEqual({ ok: false, refused: 'not-saved' })
    expect(faults).toHaveLength(1)
    expect(record.facts()).toBe(before)
    expect(await db.ticks.count()).toBe(0)
  })

  it('a refusal writes nothing and tells nobody', async () => {
    const disk = newDisk()
    const record = await openOn(disk)
    await done(record.commit(addNumber, { e164 }))
    let told = 0
    record.subscribe(() => told++)
    expect(await record.commit(addNumber, { e164 })).toMatchObject({ ok: false, refused: 'number-exists' })
    expect(told).toBe(0)
    expect(await (await tablesOn(disk)).db.events.count()).toBe(1)
  })

  it('refuses a row that does not pass its own check', async () => {
    const disk = newDisk()
    const record = await openOn(disk)
    const outcome = await record.commit(() => ({
      changes: [{ table: 'settings', put: { id: 'settings', createdAt: 0, updatedAt: 0, language: 'fr' as never, theme: 'system', isStarted: false } }],
      event: { kind: 'settings.changed', numberIds: [], params: {} },
      value: undefined,
    }), {})
    expect(outcome).toEqual({ ok: false, refused: 'not-valid' })
    expect(await (await tablesOn(disk)).db.settings.count()).toBe(0)
  })

  it('undoes and redoes at least the last hundred actions, also after a restart', async () => {
    const disk = newDisk()
    const record = await openOn(disk)
    const numberId = await done(record.commit(addNumber, { e164 }))
    for (let index = 0; index < 120; index++)
      await done(record.commit(writeTick, { numberId, taskKey: `prepare:task-${index}` }))
    const end = record.facts()
    record.close()

    const again = await openOn(disk)
    for (let index = 0; index < 120; index++)
      await done(again.undo())
    expect(again.facts().ticks.size).toBe(0)
    for (let index = 0; index < 120; index++)
      await done(again.redo())
    expect(again.facts()).toEqual(end)
    expect(await again.redo()).toMatchObject({ ok: false, refused: 'nothing-to-redo' })
  })

  it('keeps a change of many rows in boxes of a frame each, and undoes it whole after a restart', async () => {
    const disk = newDisk()
    const record = await openOn(disk)
    const before = record.facts()
    const backup = largeFacts({ numbers: 3, bindings: 600, today: TODAY, seed: 3 })
    await done(record.commit(restoreRecord, { backup, mode: 'replace', madeAt: NOW }))
    const full = record.facts()
    record.close()
    const { db } = await tablesOn(disk)
    const boxes = (await db.events.get(1))!.boxes
    expect(boxes.length).toBeGreaterThan(5)
    expect(Math.max(...boxes.map(box => box.length))).toBeLessThan(200_000)
    db.close()

    let breaths = 0
    const again = await openOn(disk, { pause: async () => void breaths++ })
    expect(again.facts()).toEqual(full)
    breaths = 0
    await done(again.undo())
    expect(breaths).toBeGreaterThan(boxes.length)
    expect(again.facts()).toEqual(before)
    await done(again.redo())
    expect(again.facts()).toEqual(full)
  })

  it('takes an event that lacks a box for none', async () => {
    const disk = newDisk()
    const record = await openOn(disk)
    await done(record.commit(restoreRecord, { backup: largeFacts({ numbers: 1, bindings: 300, today: TODAY, seed: 3 }), mode: 'replace', madeAt: NOW }))
    const { db, store } = await tablesOn(disk)
    await db.events.toCollection().modify(event => void event.boxes.pop())
    await expect(store.event(1, async () => undefined)).rejects.toThrow(SealError)
    await db.events.toCollection().modify(event => void event.boxes.splice(0))
    await expect(store.event(1, async () => undefined)).rejects.toThrow(SealError)
  })

  it('a choice of language alone is nothing to make a snapshot of', async () => {
    const bare = await openOn(newDisk())
    await done(bare.commit(changeSettings, { language: 'zh-CN' }))
    expect(await bare.snapshot()).toBeNull()
  })

  it('leaves settings out of undo', async () => {
    const record = await openOn(newDisk())
    const numberId = await done(record.commit(addNumber, { e164 }))
    await done(record.commit(changeSettings, { theme: 'dark' }))
    await done(record.undo())
    expect(record.facts().numbers.has(numberId)).toBe(false)
    expect(settingsOf(record.facts()).theme).toBe('dark')
    expect(await record.undo()).toMatchObject({ ok: false, refused: 'nothing-to-undo' })
  })

  it('keeps commits in the order they were asked for, without waiting in between', async () => {
    const record = await openOn(newDisk())
    const numberId = await done(record.commit(addNumber, { e164 }))
    const key = 'prepare:confirm-rules'
    const outcomes = await Promise.all([
      record.commit(writeTick, { numberId, taskKey: key }),
      record.commit(untickTask, { numberId, taskKey: key }),
      record.commit(writeTick, { numberId, taskKey: key }),
      record.undo(),
    ])
    expect(outcomes.map(outcome => outcome.ok)).toEqual([true, true, true, true])
    expect(record.facts().ticks.size).toBe(0)
  })

  it('puts history in order although the clock was set back', async () => {
    let now = NOW
    const record = await openOn(newDisk(), { now: () => now })
    const numberId = await done(record.commit(addNumber, { e164 }))
    now -= 365 * 86_400_000
    await done(record.commit(writeTick, { numberId, taskKey: 'prepare:confirm-rules' }))
    const timeline = await record.timeline(numberId, 10)
    expect(timeline.map(event => event.kind)).toEqual(['task.ticked', 'number.added'])
    await done(record.undo())
    expect(record.facts().ticks.size).toBe(0)
  })

  it('gives a number only its own events', async () => {
    const record = await openOn(newDisk())
    const one = await done(record.commit(addNumber, { e164 }))
    const two = await done(record.commit(addNumber, { e164: '+447700900123' }))
    await done(record.commit(writeTick, { numberId: two, taskKey: 'prepare:confirm-rules' }))
    expect((await record.timeline(one, 10)).map(event => event.kind)).toEqual(['number.added'])
    expect(await record.timeline(two, 1)).toHaveLength(1)
  })
})
