import type { CatalogFacts, CatalogGuides, CatalogIcons, CatalogPatterns } from '../core/catalog/tiers'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import * as z from 'zod/mini'
import { providerSchema } from '../core/catalog/provider'
import { regulationSchema } from '../core/catalog/regulation'
import { nameParts } from '../core/catalog/search'
import { serviceSchema } from '../core/catalog/service'
import {
  providerFacts,
  providerGuide,
  regulationFacts,
  regulationGuide,
  serviceFacts,
  serviceGuide,
} from '../core/catalog/tiers'
import { searchKeys } from '../core/search/search-keys'

// The small zod says only "Invalid input" unless told a language; this is read by whoever edits the files.
z.config(z.locales.en())

/** The whole catalogue, in the tiers the window loads one after the other. */
export type GatheredCatalog = {
  facts: CatalogFacts
  guides: CatalogGuides
  patterns: CatalogPatterns
  icons: CatalogIcons
}

/** Every file of the catalogue folder, sorted. */
export function catalogFiles(dir: string): string[] {
  return ['providers', 'regulation', 'services'].flatMap(kind => jsonFiles(join(dir, kind)))
}

/** Reads and checks `providers`, `services` and `regulation` under `dir`; throws one error that names each bad file and field. */
export function gatherCatalog(dir: string): GatheredCatalog {
  const problems: string[] = []
  const providers = readAll(join(dir, 'providers'), providerSchema, problems)
  const services = readAll(join(dir, 'services'), serviceSchema, problems)
  const regulation = readAll(join(dir, 'regulation'), regulationSchema, problems)

  const icons: CatalogIcons = {}
  for (const { id, icon } of services) {
    if (icon === null || icons[icon] !== undefined)
      continue
    const path = iconPath(icon)
    if (path === undefined)
      problems.push(`${join(dir, 'services', `${id}.json`)}: icon: simple-icons has no "${icon}"`)
    else
      icons[icon] = path
  }

  if (problems.length > 0)
    throw new Error(`The catalogue has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${problems.join('\n')}`)

  return {
    facts: {
      providers: providers.map(provider => providerFacts(provider, searchKeys(nameParts(provider.name.zh ?? '')))),
      services: services.map(service => serviceFacts(service, searchKeys([...nameParts(service.name.zh ?? ''), ...service.aliases]))),
      regulation: regulation.map(regulationFacts),
    },
    guides: {
      providers: Object.fromEntries(providers.map(provider => [provider.id, providerGuide(provider)])),
      services: Object.fromEntries(services.map(service => [service.id, serviceGuide(service)])),
      regulation: Object.fromEntries(regulation.map(rule => [rule.id, regulationGuide(rule)])),
    },
    patterns: Object.fromEntries(services.map(service => [service.id, service.sms])),
    icons,
  }
}

function jsonFiles(dir: string): string[] {
  return readdirSync(dir).filter(name => name.endsWith('.json')).sort().map(name => join(dir, name))
}

/** Reads one folder; what does not pass is told to `problems` and left out. */
function readAll<Schema extends z.ZodMiniType<{ id: string }>>(dir: string, schema: Schema, problems: string[]): z.infer<Schema>[] {
  return jsonFiles(dir).flatMap((file) => {
    let json: unknown
    try {
      json = JSON.parse(readFileSync(file, 'utf8'))
    }
    catch (error) {
      problems.push(`${file}: is not JSON: ${error instanceof Error ? error.message : error}`)
      return []
    }

    const result = schema.safeParse(json)
    if (!result.success) {
      problems.push(...result.error.issues.map(issue => `${file}: ${fieldName(issue.path)}: ${issue.message}`))
      return []
    }
    if (result.data.id !== basename(file, '.json')) {
      problems.push(`${file}: id: is "${result.data.id}", but the file says "${basename(file, '.json')}"`)
      return []
    }
    return [result.data]
  })
}

/** `sources[2].url`, or `the file` for the whole. */
function fieldName(path: readonly PropertyKey[]): string {
  const name = path.map(key => typeof key === 'number' ? `[${key}]` : `.${String(key)}`).join('').replace(/^\./, '')
  return name === '' ? 'the file' : name
}

const packages = createRequire(import.meta.url)

/** Path data of a brand's icon, drawn in 24 × 24; `undefined` where there is none. */
function iconPath(slug: string): string | undefined {
  try {
    const svg = readFileSync(packages.resolve(`simple-icons/icons/${slug}.svg`), 'utf8')
    return / d="([^"]+)"/.exec(svg)?.[1]
  }
  catch {
    return undefined
  }
}
