import type { Figure } from './figure'
import { writeFileSync } from 'node:fs'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { table } from './figure'
import { bindings } from './bindings'
import { house } from './house'
import { plan } from './plan'
import { quick } from './quick'
import { search } from './search'
import { storage } from './storage'
import { web } from './web'

/** One function for each area; later areas add a line. */
const areas: Record<string, () => Promise<Figure[]>> = { house, plan, storage, bindings, quick, search, web }

/**
 * Measures and prints.
 * @param argv `--area NAME` for one area, `--json FILE` to write the figures
 * @returns exit code: 1 where a limit is passed, 2 where the words of the call are off
 */
export async function run(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...argv], options: { area: { type: 'string' }, json: { type: 'string' } } })
  const chosen = values.area === undefined ? Object.keys(areas) : [values.area]
  const unknown = chosen.find(name => !areas[name])
  if (unknown !== undefined) {
    process.stderr.write(`No area "${unknown}". There are: ${Object.keys(areas).join(', ')}.\n`)
    return 2
  }
  const figures: Figure[] = []
  for (const name of chosen)
    figures.push(...await areas[name]!())
  process.stdout.write(`${table(figures)}\n`)
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`)
  return figures.every(({ ok }) => ok) ? 0 : 1
}
