import type { Page } from 'playwright-core'
import axe from 'axe-core'

/** The rules that look at colours: all that another theme can change. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'] as const

/**
 * What axe holds against the page as it stands: rule, and where. Empty is right.
 * @param rules only these; all there are by default
 */
export async function violations(page: Page, rules: readonly string[] | null = null): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    const runOnly = rules
      ? { type: 'rule' as const, values: [...rules] }
      : { type: 'tag' as const, values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }
    const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`))
  }, rules)
}
