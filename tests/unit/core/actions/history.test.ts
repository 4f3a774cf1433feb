import type { Facts } from '../../../../src/core/records/tables'
import type { TimelineEvent } from '../../../../src/core/records/timeline-event'
import type { Step } from './random-steps'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REFUSALS } from '../../../../src/core/actions/action'
import { applyChanges, applyRowChanges, redoChanges, rowChanges, undoChanges, undoStacks } from '../../../../src/core/actions/apply'
import { EVENT_KINDS } from '../../../../src/core/actions/event-kinds'
import { loadSample } from '../../../../src/core/actions/load-sample'
import { emptyFacts } from '../../../../src/core/records/facts'
import { schemas } from '../../../../src/core/records/schemas'
import { timelineEventSchema } from '../../../../src/core/records/timeline-event'
import { seededIds } from '../../../../src/core/sample/seed'
import { stepArb, takeStep } from './random-steps'
import { asText, run, testWorld } from './world'

const newEventId = seededIds(99)

/** Plays the steps as `commit` does; `set` events included. */
function play(start: Facts, steps: readonly Step[]): { facts: Facts, events: TimelineEvent[] } {
  const world = testWorld(5)
  let facts = start
  const events: TimelineEvent[] = []
  for (const step of steps) {
    const before = asText(facts)
    const context = world.context()
    const outcome = takeStep(facts, step, context)
    expect(asText(facts)).toBe(before)
    if ('refused' in outcome) {
      expect(REFUSALS).toContain(outcome.refused)
      continue
    }
    const changes = rowChanges(facts, outcome.changes)
    expect(changes.length).toBeGreaterThan(0)
    const { isUndoable = true, ...about } = outcome.event
    const event: TimelineEvent = { id: newEventId(), seq: events.length + 1, at: context.now, ...about, changes, mode: isUndoable ? 'do' : 'set', ofEventId: null }
    events.push(event)
    facts = applyChanges(facts, outcome.changes)
  }
  return { facts, events }
}

const someNumbers = run(emptyFacts(), loadSample, { language: 'en' }).facts
const startArb = fc.constantFrom(emptyFacts(), someNumbers)
const stepsArb = fc.array(stepArb, { maxLength: 40 })

describe('any sequence of actions', () => {
  it('writes only rows and events that pass their schemas, and leaves no loose ends', () => {
    fc.assert(fc.property(startArb, stepsArb, (start, steps) => {
      const { facts, events } = play(start, steps)
      for (const event of events) {
        expect(EVENT_KINDS).toContain(event.kind)
        expect(timelineEventSchema.safeParse(event).error).toBeUndefined()
        for (const { table, id, after } of event.changes) {
          if (after !== null)
            expect(schemas[table].safeParse(after).error, `${event.kind} ${table}`).toBeUndefined()
          expect(after === null || after['id'] === id).toBe(true)
        }
      }
      for (const binding of facts.bindings.values()) {
        expect(facts.numbers.has(binding.numberId)).toBe(true)
        expect(facts.accounts.has(binding.accountId)).toBe(true)
        expect(binding.replacement?.kind !== 'binding' || facts.bindings.has(binding.replacement.bindingId)).toBe(true)
      }
      for (const account of facts.accounts.values())
        expect(account.guardedBy.filter(id => !facts.accounts.has(id) || id === account.id)).toEqual([])
      for (const table of ['ledgerEntries', 'refundClaims', 'contactLogs', 'ticks'] as const)
        expect([...facts[table].values()].filter(row => !facts.numbers.has(row.numberId))).toEqual([])
      expect([...facts.attachments.values()].filter(({ ownerTable, ownerId }) => !facts[ownerTable].has(ownerId))).toEqual([])
    }), { numRuns: 150 })
  })

  it('is the same again with the same world', () => {
    fc.assert(fc.property(startArb, stepsArb, (start, steps) => {
      expect(asText(play(start, steps).facts)).toBe(asText(play(start, steps).facts))
    }), { numRuns: 30 })
  })

  it('comes back to the start by undoing all, and to the end by redoing all, to the last byte', () => {
    fc.assert(fc.property(startArb, stepsArb, (start, steps) => {
      const { facts, events } = play(start, steps.filter(step => !isSettingsStep(step)))
      const history = [...events]
      let now = facts
      for (let next = undoStacks(history).undo.at(-1); next; next = undoStacks(history).undo.at(-1)) {
        const event = history.find(({ id }) => id === next)!
        const changes = undoChanges(now, event)
        if ('refused' in changes)
          throw new Error(changes.refused)
        now = applyRowChanges(now, changes)
        history.push({ ...event, id: newEventId(), mode: 'undo', ofEventId: event.id, changes })
      }
      expect(asText(now)).toBe(asText(start))
      for (let next = undoStacks(history).redo.at(-1); next; next = undoStacks(history).redo.at(-1)) {
        const event = history.find(({ id }) => id === next)!
        const changes = redoChanges(now, event)
        if ('refused' in changes)
          throw new Error(changes.refused)
        now = applyRowChanges(now, changes)
        history.push({ ...event, id: newEventId(), mode: 'redo', ofEventId: event.id, changes })
      }
      expect(asText(now)).toBe(asText(facts))
    }), { numRuns: 100 })
  })

  it('keeps the settings out of undo', () => {
    fc.assert(fc.property(stepsArb, (steps) => {
      const { events } = play(someNumbers, steps)
      const undoable = new Set(undoStacks(events).undo)
      for (const event of events)
        expect(undoable.has(event.id)).toBe(event.kind !== 'settings.changed')
    }), { numRuns: 50 })
  })
})

function isSettingsStep(step: Step): boolean {
  const outcome = takeStep(emptyFacts(), step, testWorld().context())
  return !('refused' in outcome) && outcome.event.kind === 'settings.changed'
}
