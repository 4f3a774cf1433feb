import type { Facts } from '../../src/core/records/tables'
import type { Stage } from './stage'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { emptyFacts } from '../../src/core/records/facts'
import { largeFacts } from '../../src/core/sample/large'
import { sampleFacts } from '../../src/core/sample/sample'
import { atRest, openStage, SHOT_DAY } from './stage'

const fillings = {
  none: () => emptyFacts(),
  little: (language: 'en' | 'zh-CN') => sampleFacts(SHOT_DAY, { language }),
  much: () => largeFacts({ numbers: 20, bindings: 1000, today: SHOT_DAY, seed: 1 }),
} satisfies Record<string, (language: 'en' | 'zh-CN') => Facts>

/** Screens by name; `:n` stands for the first number. Those without it also stand without any number. */
const screens: Record<string, string> = {
  'welcome': '#/welcome',
  'today': '#/',
  'numbers': '#/numbers',
  'bindings': '#/bindings',
  'board': '#/bindings/board',
  'add-number': '#/numbers/new',
  'settings': '#/settings',
  'settings-shortcut': '#/settings#shortcut',
  'number': '#/numbers/:n',
  'number-bindings': '#/numbers/:n/bindings',
  'number-balance': '#/numbers/:n/balance',
  'number-timeline': '#/numbers/:n/timeline',
  'plan': '#/numbers/:n/plan',
  'catalogue': '#/catalogue/services',
  'catalogue-service': '#/catalogue/services/google',
  'catalogue-provider': '#/catalogue/providers/google-voice',
  'catalogue-compare': '#/catalogue/services/chase?compare=chase,google,wechat',
  'web': '#/bindings/web',
  'what-if': '#/numbers/:n/what-if',
}

/** Every screen in both languages and themes, at two sizes, with no data, little and much. */
export async function reviewShots(folder: string, only?: string): Promise<string[]> {
  const stage = await openStage(1)
  const taken: string[] = []
  try {
    for (const [filling, factsOf] of Object.entries(fillings)) {
      for (const language of ['en', 'zh-CN'] as const) {
        for (const theme of ['light', 'dark'] as const) {
          const facts = factsOf(language)
          await stage.set(facts, language, theme)
          for (const [width, height] of [[1280, 800], [960, 640]] as const)
            taken.push(...await shootAll(stage, facts, { folder, only, name: screen => `${filling}-${screen}-${language}-${theme}-${width}` }, [width, height]))
        }
      }
    }
  }
  finally {
    await stage.close()
  }
  return taken
}

async function shootAll(stage: Stage, facts: Facts, { folder, only, name }: { folder: string, only: string | undefined, name: (screen: string) => string }, [width, height]: readonly [number, number]): Promise<string[]> {
  const first = [...facts.numbers.keys()][0]
  await stage.size(width, height)
  mkdirSync(folder, { recursive: true })
  const taken: string[] = []
  for (const [screen, hash] of Object.entries(screens)) {
    const file = `${name(screen)}.png`
    if ((hash.includes(':n') && first === undefined) || (only !== undefined && !file.includes(only)))
      continue
    await stage.go(hash.replace(':n', first ?? ''))
    await stage.page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
    await atRest(stage.page)
    await stage.page.screenshot({ path: join(folder, file) })
    taken.push(file)
  }
  return taken
}
