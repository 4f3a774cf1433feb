import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { providerFacts } from '../../../../src/core/catalog/tiers'
import { providerSchema } from '../../../../src/core/catalog/provider'
import { providerPage, servicePage } from '../../../../src/core/plan/pages'
import { facts, ledger, plan, playbook, service, task, unbind } from './kit'

describe('pages to open', () => {
  it('is a service’s own page, else its own site, else none', () => {
    expect(servicePage(service({ changeUrl: 'https://example.com/phone', domains: ['example.com'] }))).toBe('https://example.com/phone')
    expect(servicePage(service({ domains: ['example.com', 'example.org'] }))).toBe('https://example.com')
    expect(servicePage(service())).toBeNull()
    expect(servicePage(undefined)).toBeNull()
  })

  it('is the page a step names, else where one signs in, never somebody else’s and never a help page', () => {
    const book = playbook({ cancel: { url: 'https://my.example.com/end', stepLinks: { 'ask-refund': 'https://my.example.com/billing' } } })
    expect(providerPage(book, 'ask-refund')).toBe('https://my.example.com/billing')
    expect(providerPage(book, 'back-up')).toBe('https://my.example.com')
    expect(providerPage(playbook({ cancel: { url: 'https://support.example.com/end' } }))).toBe('https://example.com')
    expect(providerPage(playbook({ cancel: { url: 'https://elsewhere.test/end' } }))).toBe('https://example.com')
    expect(providerPage(playbook({ ownDomains: [], cancel: { url: 'https://elsewhere.test/end' } }))).toBeNull()
    expect(providerPage(null)).toBeNull()
  })

  it('reads the pages out of a guide’s steps, on its own domains only', () => {
    const parsed = providerSchema.parse(JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../../resources/catalog/providers/google-voice.json'), 'utf8')))
    expect(providerFacts(parsed).cancel.stepLinks).toEqual({ 'back-up': 'https://takeout.google.com', 'ask-refund': 'https://voice.google.com/u/0/billing' })
    expect(providerFacts({ ...parsed, ownDomains: ['example.com'] }).cancel.stepLinks).toEqual({})
  })

  it('stands on the tasks that are done there', () => {
    const of = plan(facts({ lines: [{ n: 1, service: 'chase' }], ledger: [ledger(420)] }))
    expect(task(of, unbind(1)).link).toBe('https://chase.com')
    for (const key of ['prepare:confirm-login', 'back-up:provider-data', 'pre-flight:renewal'])
      expect(task(of, key).link, key).toBe('https://example.com')
    // Money is asked back on a page only where the guide says so.
    expect(task(of, 'refund:balance:USD').link).toBeNull()
    const book = playbook({ cancel: { stepKinds: ['ask-refund'] } })
    expect(task(plan(facts({ ledger: [ledger(420)] }), book), 'refund:balance:USD').link).toBe('https://example.com')
  })
})
