import process from 'node:process'
import { parseArgs } from 'node:util'
import { readmeShots } from './readme'
import { reviewShots } from './review'

/**
 * Takes the pictures.
 * @param argv nothing for those of the READMEs; `--review FOLDER` for every screen in both languages and themes, two sizes and three fillings, to be looked at
 */
export async function run(argv: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...argv], options: { review: { type: 'string' }, only: { type: 'string' } } })
  const taken = values.review === undefined ? await readmeShots() : await reviewShots(values.review, values.only)
  process.stdout.write(`${taken.length} pictures\n${taken.join('\n')}\n`)
}
