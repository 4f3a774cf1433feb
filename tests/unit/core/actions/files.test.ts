import { describe, expect, it } from 'vitest'
import { addNumber } from '../../../../src/core/actions/add-number'
import { attachFile } from '../../../../src/core/actions/attach-file'
import { logBinding } from '../../../../src/core/actions/log-binding'
import { removeBinding } from '../../../../src/core/actions/remove-binding'
import { removeFile } from '../../../../src/core/actions/remove-file'
import { tickTask } from '../../../../src/core/actions/tick-task'
import { untickTask } from '../../../../src/core/actions/untick-task'
import { emptyFacts } from '../../../../src/core/records/facts'
import { MAX_FILE_BYTES, MAX_FILES_BYTES } from '../../../../src/core/records/attachment'
import { catalog } from './random-steps'
import { asText, refusalOf, run, testWorld } from './world'

const world = testWorld(31)
const number = run(emptyFacts(), addNumber, { e164: '+14155550134', label: 'Bank' }, world.context())
const bound = run(number.facts, logBinding, { numberId: number.value, service: { kind: 'own', name: 'Club', category: 'other' } }, world.context())
const { bindingId } = bound.value
const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const file = { id: idOf(1), ownerTable: 'bindings', ownerId: bindingId, name: ' letter\n.pdf ', mediaType: 'application/pdf', size: 10, sha256: 'a'.repeat(64) } as const

describe('a file', () => {
  it('is kept with what it belongs to, under a clean name, and taken away again', () => {
    const attached = run(bound.facts, attachFile, file, world.context())
    expect(attached.facts.attachments.get(file.id)).toMatchObject({ ...file, name: 'letter .pdf' })
    expect(attached.outcome.event).toMatchObject({ kind: 'file.attached', numberIds: [number.value], params: { name: 'letter .pdf', label: 'Bank' } })
    const removed = run(attached.facts, removeFile, { attachmentId: file.id }, world.context())
    expect(asText(removed.facts)).toBe(asText(bound.facts))
    expect(removed.outcome.event).toMatchObject({ kind: 'file.removed', numberIds: [number.value] })
  })

  it('without a name that can be seen is called file', () => {
    expect(run(bound.facts, attachFile, { ...file, name: '\u200B ' }, world.context()).facts.attachments.get(file.id)?.name).toBe('file')
  })

  it('is refused without an owner, under an id that is taken, with too long a name', () => {
    expect(refusalOf(bound.facts, attachFile, { ...file, ownerTable: 'ticks' })?.refused).toBe('not-found')
    expect(refusalOf(run(bound.facts, attachFile, file).facts, attachFile, file)?.refused).toBe('already-so')
    expect(refusalOf(bound.facts, attachFile, { ...file, name: 'x'.repeat(256) })).toMatchObject({ refused: 'too-long', field: 'name' })
    expect(refusalOf(bound.facts, removeFile, { attachmentId: file.id })?.refused).toBe('not-found')
  })

  it('may be so large, and all together so large', () => {
    expect(refusalOf(bound.facts, attachFile, { ...file, size: MAX_FILE_BYTES + 1 })).toMatchObject({ refused: 'file-too-large', params: { max: 20 } })
    let { facts } = bound
    const most = Math.floor(MAX_FILES_BYTES / MAX_FILE_BYTES)
    for (let n = 1; n <= most; n++)
      facts = run(facts, attachFile, { ...file, id: idOf(n), size: MAX_FILE_BYTES }, world.context()).facts
    const rest = MAX_FILES_BYTES - most * MAX_FILE_BYTES
    expect(refusalOf(facts, attachFile, { ...file, id: idOf(99), size: rest + 1 })).toMatchObject({ refused: 'files-too-large', params: { max: 150 } })
    run(facts, attachFile, { ...file, id: idOf(99), size: rest }, world.context())
  })

  it('goes with its binding and with its tick', () => {
    const attached = run(bound.facts, attachFile, file, world.context())
    expect(run(attached.facts, removeBinding, { bindingId }, world.context()).facts.attachments.size).toBe(0)
    const task = { numberId: number.value, taskKey: 'back-up:record', catalog }
    const ticked = run(bound.facts, tickTask, task, world.context())
    const tickId = [...ticked.facts.ticks.keys()][0]!
    const kept = run(ticked.facts, attachFile, { ...file, ownerTable: 'ticks', ownerId: tickId }, world.context())
    expect(asText(run(kept.facts, untickTask, task, world.context()).facts)).toBe(asText(bound.facts))
  })
})
