import type { Provider } from '../../src/core/catalog/provider'
import type { Regulation } from '../../src/core/catalog/regulation'
import type { Service } from '../../src/core/catalog/service'
import type { Source } from '../../src/core/catalog/source'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { gatherCatalog } from '../../src/build/catalog'
import { isAuthorityHost } from '../../src/core/catalog/authorities'
import { hasNestedQuantifier } from '../../src/core/catalog/patterns'
import { providerSchema } from '../../src/core/catalog/provider'
import { regulationSchema } from '../../src/core/catalog/regulation'
import { serviceSchema } from '../../src/core/catalog/service'
import { hostOf, isHostWithin, isKindProven, isLinkable, sourceHost } from '../../src/core/catalog/source'

const dir = resolve(import.meta.dirname, '../../resources/catalog')

/** The day all of it was gathered; later checks may only be later. */
const GATHERED_ON = '2026-11-23'

/** Hosts where anybody can have a page: alone they prove nothing about whose page it is. */
const SHARED_PLATFORMS = ['zendesk.com', 'helpdocs.io', 'crisp.help', 'intercom.help', 'custhelp.com', 'onetrust.com', 'my.onetrust.com', 'privacyportal.onetrust.com', 'github.io', 'netlify.app', 'vercel.app', 'pages.dev', 'amazonaws.com', 's3.amazonaws.com', 'blogspot.com']

/** Own hosts whose pages are written by customers, not by the company; strangers' repositories at GitHub likewise. */
const WRITTEN_BY_OTHERS = /^(?:(?:production)?community|forum)\.|^(?:gist\.)?github\.com$/

function readAll<Entry>(kind: string, schema: { safeParse: (value: unknown) => { success: boolean, data?: Entry, error?: unknown } }) {
  return readdirSync(join(dir, kind)).map((file) => {
    const json: unknown = JSON.parse(readFileSync(join(dir, kind, file), 'utf8'))
    const result = schema.safeParse(json)
    expect(result.error, `${kind}/${file}`).toBeUndefined()
    return { file: `${kind}/${file}`, entry: result.data as Entry, text: readFileSync(join(dir, kind, file), 'utf8') }
  })
}

const providers = readAll<Provider>('providers', providerSchema)
const services = readAll<Service>('services', serviceSchema)
const regulation = readAll<Regulation>('regulation', regulationSchema)
const all = [...providers, ...services, ...regulation]

/** Every `{ en, zh }` in a value, with its path. */
function texts(value: unknown, path = ''): { path: string, en: string, zh: string | null }[] {
  if (typeof value !== 'object' || value === null)
    return []
  if ('en' in value && 'zh' in value)
    return [{ path, en: String(value.en), zh: value.zh === null ? null : String(value.zh) }]
  return Object.entries(value).flatMap(([key, item]) => texts(item, `${path}.${key}`))
}

function ownDomainsOf(entry: Provider | Service | Regulation): string[] {
  if ('statement' in entry)
    return []
  return 'domains' in entry ? [...entry.domains, ...entry.ownDomains] : entry.ownDomains
}

function linksOf(entry: Provider | Service | Regulation): string[] {
  if ('statement' in entry)
    return []
  const links = 'domains' in entry
    ? [entry.changeUrl, entry.deleteUrl]
    : [entry.website, entry.cancel.url, ...entry.support.map(({ url }) => url)]
  return links.filter(link => link !== null)
}

describe('the catalogue', () => {
  it('is complete', () => {
    expect({ providers: providers.length, services: services.length, regulation: regulation.length })
      .toEqual({ providers: 123, services: 280, regulation: 30 })
  })

  it('names each file after its id', () => {
    for (const { file, entry } of all)
      expect(entry.id, file).toBe(basename(file, '.json'))
  })

  it('is written as the tools write it: two spaces, one newline at the end', () => {
    for (const { file, text } of all)
      expect(text, file).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`)
  })

  it('gathers without a complaint, each icon found', () => {
    const { facts, guides, patterns, icons } = gatherCatalog(dir)
    expect(facts.providers).toHaveLength(123)
    expect(facts.services).toHaveLength(280)
    expect(Object.keys(guides.regulation)).toHaveLength(30)
    expect(Object.keys(patterns)).toHaveLength(280)
    for (const { icon } of facts.services.filter(({ icon }) => icon !== null))
      expect(icons[icon as string]).toMatch(/^M/i)
  })
})

describe('sources', () => {
  it('say when the entry was checked', () => {
    for (const { file, entry } of all)
      expect(entry.checkedOn >= GATHERED_ON, file).toBe(true)
  })

  it('are missing exactly where an entry is marked unverified, which is 43 services', () => {
    for (const { file, entry } of all)
      expect(entry.isUnverified, file).toBe(entry.sources.length === 0)
    expect(services.filter(({ entry }) => entry.isUnverified)).toHaveLength(43)
    expect([...providers, ...regulation].filter(({ entry }) => entry.isUnverified)).toEqual([])
  })

  it('are the kind their host allows: own domains, or an authority on the list', () => {
    for (const { file, entry } of all) {
      for (const source of entry.sources)
        expect(isKindProven(source, ownDomainsOf(entry)), `${file}: ${source.kind} ${source.url}`).toBe(true)
    }
  })

  it('are not own where customers or strangers write', () => {
    for (const { file, entry } of all) {
      for (const source of entry.sources.filter(({ kind }) => kind === 'own'))
        expect(sourceHost(source), `${file}: ${source.url}`).not.toMatch(WRITTEN_BY_OTHERS)
    }
  })

  it('are not modest: what could be own or an authority\'s is, unless others write there', () => {
    for (const { file, entry } of all) {
      for (const source of entry.sources.filter(({ kind }) => kind === 'third-party')) {
        const host = sourceHost(source)
        if (isHostWithin(host, ownDomainsOf(entry)) || isAuthorityHost(host))
          expect(host, `${file}: ${source.url}`).toMatch(WRITTEN_BY_OTHERS)
      }
    }
  })

  it('are links only if own or an authority\'s, https and no mirror', () => {
    let links = 0
    for (const { file, entry } of all) {
      for (const source of entry.sources.filter(isLinkable)) {
        links++
        expect(source.url, file).toMatch(/^https:/)
        expect(source.isMirror || source.kind === 'third-party', file).toBe(false)
      }
    }
    expect(links).toBeGreaterThan(300)
  })

  it('that are mirrors are never links, and every address that carries another one is a mirror', () => {
    const sources = all.flatMap(({ entry }): Source[] => entry.sources)
    expect(sources.filter(({ isMirror }) => isMirror).length).toBeGreaterThanOrEqual(5)
    for (const source of sources) {
      if (source.isMirror)
        expect(isLinkable(source), source.url).toBe(false)
      if (/\/host-https-|\/https?\/|[?&]\w+=https?%3A|\/proxy\//.test(source.url))
        expect(source.isMirror, source.url).toBe(true)
    }
  })

  it('stand once in an entry', () => {
    for (const { file, entry } of all)
      expect(new Set(entry.sources.map(({ url }) => url)).size, file).toBe(entry.sources.length)
  })
})

describe('links', () => {
  it('go over https to the entry\'s own domains or an authority\'s', () => {
    for (const { file, entry } of all) {
      for (const link of linksOf(entry)) {
        expect(link, file).toMatch(/^https:/)
        expect(isHostWithin(hostOf(link), ownDomainsOf(entry)) || isAuthorityHost(hostOf(link)), `${file}: ${link}`).toBe(true)
      }
    }
  })

  it('own domains are never a platform that strangers share', () => {
    for (const { file, entry } of all) {
      for (const domain of ownDomainsOf(entry))
        expect(SHARED_PLATFORMS, file).not.toContain(domain)
    }
  })
})

describe('words', () => {
  it('are there in both languages, but for names that have no Chinese one', () => {
    for (const { file, entry } of all) {
      for (const { path, zh } of texts(entry)) {
        if (path !== '.name')
          expect(zh, `${file}${path}`).not.toBeNull()
      }
    }
  })

  it('keep a space between Chinese and Latin, and Chinese punctuation among Chinese', () => {
    // Product names are spelled as their makers spell them.
    const names = /3香港|QQ邮箱/g
    for (const { file, entry } of all) {
      for (const { path, zh } of texts(entry).filter(({ path }) => path !== '.name')) {
        const prose = (zh ?? '').replace(names, '')
        expect(prose, `${file}${path}`).not.toMatch(/\p{Script=Han}[a-z0-9]|[a-z0-9%]\p{Script=Han}/iu)
        expect(prose, `${file}${path}`).not.toMatch(/\p{Script=Han}[,;!?]|[,;!?]\p{Script=Han}/u)
      }
    }
  })
})

describe('services', () => {
  it('have text patterns that compile and cannot hang', () => {
    for (const { file, entry } of services) {
      for (const pattern of entry.sms.bodyPatterns) {
        expect(() => new RegExp(pattern, 'iu'), file).not.toThrow()
        expect(hasNestedQuantifier(pattern), `${file}: ${pattern}`).toBe(false)
        // One that could run away would not come back from this before the test's own limit.
        new RegExp(pattern, 'iu').test(`${'a1 '.repeat(2000)}${'【'.repeat(500)}`)
      }
    }
  })

  it('have patterns that match no ordinary text', () => {
    for (const { file, entry } of services) {
      for (const pattern of entry.sms.bodyPatterns)
        expect(new RegExp(pattern, 'iu').test('See you at six, bring the blue umbrella. 明天见，记得带伞。'), `${file}: ${pattern}`).toBe(false)
    }
  })

  it('share no domain with another', () => {
    const domains = services.flatMap(({ entry }) => entry.domains)
    expect(domains.filter((domain, at) => domains.indexOf(domain) !== at)).toEqual([])
  })

  it('with a rest that blocks nothing after an ordinary change are the reviewed seven', () => {
    const harmless = services.filter(({ entry }) => entry.cooldown && !entry.cooldown.isBlocking).map(({ entry }) => entry.id)
    expect(harmless).toEqual(['azure', 'coinbase', 'gcp', 'google', 'logingov', 'microsoft', 'xbox'])
  })
})

describe('providers', () => {
  it('offer the route "cancel" exactly where a channel for it is known', () => {
    for (const { file, entry } of providers)
      expect(entry.cancel.routes.includes('cancel'), file).toBe(entry.cancel.channels.length > 0)
  })

  it('have steps, and a number to dial where the phone is the only channel', () => {
    for (const { file, entry } of providers) {
      expect(entry.cancel.steps.length, file).toBeGreaterThan(0)
      if (entry.cancel.channels.join() === 'phone')
        expect(entry.cancel.phone, file).not.toBeNull()
    }
  })
})
