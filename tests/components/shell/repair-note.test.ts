import { describe, expect, it } from 'vitest'
import RepairNote from '../../../src/renderer/app/shell/RepairNote.vue'
import { NOW } from '../../data/open'
import { startApp } from '../app'
import { find, named, settle, textOf, until } from '../page'
import { violations } from '../ui/axe'

describe('the note at the top', () => {
  it.each([
    ['en', { kind: 'caught-up', changes: 2 }, '2 confirmed changes were brought back'],
    ['en', { kind: 'rebuilt', from: null, changes: 1 }, 'rebuilt from the journal, with 1 change.'],
    ['en', { kind: 'rebuilt', from: NOW, changes: 3 }, 'rebuilt from the snapshot of 23 Nov 2026'],
    ['zh-CN', { kind: 'gap' }, '有些改动找不回来'],
  ] as const)('%s: says what was set right, until it was read', async (language, repair, said) => {
    const { untether } = await startApp({ language, beside: RepairNote })
    expect(find('.shrink-0[role=status]').textContent).toBe('')
    untether.repairs.value = [repair]
    await settle()
    expect(textOf('[data-note=repaired]')).toContain(said)
    expect(await violations(document.body)).toEqual([])
    named(language === 'en' ? 'I have read this' : '已读').click()
    await settle()
    expect(document.querySelector('[data-note]')).toBeNull()
    expect(untether.repairs.value).toEqual([])
  })

  it('a snapshot that nobody asked for and that failed is told, with the way to the rest', async () => {
    const { untether, router } = await startApp({ beside: RepairNote })
    untether.backup.failed.value = 'full'
    await until(() => document.querySelector('[data-note=failed]') !== null)
    expect(textOf('[data-note=failed]')).toContain('No room for a snapshot in /data/snapshots')
    named('Show snapshots').click()
    await until(() => router.currentRoute.value.name === 'settings')
    named('I have read this').click()
    await settle()
    expect(untether.backup.failed.value).toBeNull()
  })
})
