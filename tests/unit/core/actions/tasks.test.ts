import { describe, expect, it } from 'vitest'
import { addNumber } from '../../../../src/core/actions/add-number'
import { skipTask } from '../../../../src/core/actions/skip-task'
import { snoozeTask } from '../../../../src/core/actions/snooze-task'
import { tickTask } from '../../../../src/core/actions/tick-task'
import { untickTask } from '../../../../src/core/actions/untick-task'
import { emptyFacts } from '../../../../src/core/records/facts'
import { catalog } from './random-steps'
import { asText, refusalOf, run, testWorld } from './world'

const world = testWorld(21)
const start = run(emptyFacts(), addNumber, { e164: '+14155550134' }, world.context())
const task = { numberId: start.value, taskKey: 'back-up:record', catalog }

describe('ticks', () => {
  it('tick and untick', () => {
    const ticked = run(start.facts, tickTask, { ...task, note: ' on the stick ' }, world.context())
    expect([...ticked.facts.ticks.values()]).toMatchObject([{ numberId: start.value, taskKey: 'back-up:record', state: 'done', note: 'on the stick', snoozedUntil: null }])
    expect(ticked.outcome.event).toMatchObject({ kind: 'task.ticked', numberIds: [start.value], params: { last4: '0134', taskKey: task.taskKey } })
    expect(refusalOf(ticked.facts, tickTask, { ...task, note: 'on the stick' })?.refused).toBe('already-so')
    const unticked = run(ticked.facts, untickTask, task, world.context())
    expect(asText(unticked.facts)).toBe(asText(start.facts))
    expect(unticked.outcome.event.kind).toBe('task.unticked')
    expect(refusalOf(unticked.facts, untickTask, task)?.refused).toBe('already-so')
  })

  it('keep one row for a number and a key', () => {
    const snoozed = run(start.facts, snoozeTask, { ...task, until: '2026-11-24' }, world.context())
    const skipped = run(snoozed.facts, skipTask, { ...task, reason: 'no backup wanted' }, world.context())
    const ticked = run(skipped.facts, tickTask, task, world.context())
    expect([...ticked.facts.ticks.values()]).toMatchObject([{ id: [...snoozed.facts.ticks.keys()][0], state: 'done', note: '', snoozedUntil: null }])
    expect(refusalOf(ticked.facts, snoozeTask, { ...task, until: '2026-11-24' })?.refused).toBe('already-so')
    expect(run(snoozed.facts, untickTask, task, world.context()).outcome.event.kind).toBe('task.woken')
  })

  it('skip only with a reason', () => {
    expect(refusalOf(start.facts, skipTask, { ...task, reason: ' ' })).toEqual({ refused: 'reason-needed', field: 'reason' })
    expect(run(start.facts, skipTask, { ...task, reason: 'none' }).outcome.event).toMatchObject({ kind: 'task.skipped', params: { note: 'none' } })
  })

  it('snooze only until a day after today', () => {
    const until = (day: string) => refusalOf(start.facts, snoozeTask, { ...task, until: day })
    expect(until('2026-11-23')).toEqual({ refused: 'day-too-early', field: 'until', params: { day: '2026-11-24' } })
    expect(until('tomorrow')).toEqual({ refused: 'day-unknown', field: 'until' })
    expect(until('2026-11-24')).toBeUndefined()
    expect(refusalOf(start.facts, snoozeTask, { numberId: start.value, taskKey: 'unbind:x', until: '2026-12-01', catalog })?.refused).toBe('not-found')
  })

  it('refuse what is no task, and a number that is not there', () => {
    for (const taskKey of ['', 'gate:override', 'unbind:x', 'x'.repeat(201)])
      expect(refusalOf(start.facts, tickTask, { ...task, taskKey })).toEqual({ refused: 'not-valid', field: 'taskKey' })
    for (const taskKey of ['unbind:x', ''])
      expect(refusalOf(start.facts, skipTask, { ...task, taskKey, reason: 'r' })).toEqual({ refused: 'not-valid', field: 'taskKey' })
    expect(refusalOf(start.facts, tickTask, { ...task, numberId: 'gone' })?.refused).toBe('not-found')
    expect(refusalOf(start.facts, skipTask, { ...task, numberId: 'gone', reason: 'r' })?.refused).toBe('not-found')
    expect(refusalOf(start.facts, snoozeTask, { ...task, numberId: 'gone', until: '2026-12-01' })?.refused).toBe('not-found')
    expect(refusalOf(start.facts, untickTask, { ...task, numberId: 'gone' })?.refused).toBe('not-found')
    expect(refusalOf(start.facts, tickTask, { ...task, note: 'x'.repeat(10_001) })).toMatchObject({ refused: 'too-long', field: 'note' })
  })
})
