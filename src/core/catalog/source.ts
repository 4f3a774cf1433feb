import * as z from 'zod/mini'
import { isAuthorityHost } from './authorities'

/** Whose page it is: the provider's or service's own, a public authority's, or anybody else's. */
export const sourceKinds = ['own', 'authority', 'third-party'] as const

/** Where the facts of an entry were read. `claims` are the fields a source of that entry can support. */
export function source<const Claims extends readonly string[]>(claims: Claims) {
  return z.strictObject({
    /** The address that was read; http-only addresses are kept, and named, but never linked. */
    url: z.string().check(
      z.maxLength(300),
      z.regex(/^https?:\/\/(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]+(?:[/?#][^\s\\]*)?$/i, 'is not a web address'),
      z.refine(value => value === value.trim(), 'starts or ends with a space'),
    ),
    kind: z.enum(sourceKinds),
    /** A copy of another page on somebody's proxy: named, never linked. */
    isMirror: z.boolean(),
    /** Fields of the entry that this page speaks for. */
    supports: z.array(z.enum(claims)).check(z.minLength(1), z.maxLength(20)),
    /** When the page says it was written: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `null` = it does not say. */
    pageDate: z.nullable(z.string().check(z.regex(/^\d{4}(?:-\d{2}){0,2}$/, 'is not a year, month or day'))),
  })
}

/** A source whatever it supports. */
export type Source = {
  url: string
  kind: typeof sourceKinds[number]
  isMirror: boolean
  supports: string[]
  pageDate: string | null
}

/** Host of an address, lower case; empty where it is none. */
export function hostOf(url: string): string {
  return /^https?:\/\/([a-z0-9.-]+)(?=[/?#:]|$)/i.exec(url)?.[1]?.toLowerCase() ?? ''
}

/** Host of a source, the name it goes by on screen. */
export function sourceHost(source: Pick<Source, 'url'>): string {
  return hostOf(source.url)
}

/** May this source be shown as a link? Only an own or an authority's page, over https, and no copy. */
export function isLinkable(source: Pick<Source, 'url' | 'kind' | 'isMirror'>): boolean {
  return source.kind !== 'third-party' && !source.isMirror && /^https:\/\//i.test(source.url) && hostOf(source.url) !== ''
}

/** Does the host belong to one of these domains? */
export function isHostWithin(host: string, domains: readonly string[]): boolean {
  return domains.some(domain => host === domain || host.endsWith(`.${domain}`))
}

/** Is the kind of a source what its host allows it to be? A third party's name needs no proof. */
export function isKindProven(source: Pick<Source, 'url' | 'kind'>, ownDomains: readonly string[]): boolean {
  const host = sourceHost(source)
  if (source.kind === 'own')
    return isHostWithin(host, ownDomains)
  return source.kind === 'third-party' || isAuthorityHost(host)
}
