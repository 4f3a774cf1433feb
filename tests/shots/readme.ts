import type { Language } from '../../src/core/records/settings'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sampleFacts } from '../../src/core/sample/sample'
import { appRoot } from '../flows/app'
import { atRest, openStage, SHOT_DAY } from './stage'

/** Pictures of both READMEs, into resources/screenshots/<language>/. */
export async function readmeShots(): Promise<string[]> {
  const stage = await openStage(1.5)
  const taken: string[] = []
  try {
    await stage.size(1280, 800)
    for (const language of ['en', 'zh-CN'] satisfies Language[]) {
      const facts = sampleFacts(SHOT_DAY, { language })
      const number = [...facts.numbers.values()].find(({ e164 }) => e164 === '+14155550134')
      const folder = resolve(appRoot, 'resources/screenshots', language)
      mkdirSync(folder, { recursive: true })
      const shoot = async (name: string): Promise<void> => {
        await atRest(stage.page)
        await stage.page.screenshot({ path: join(folder, `${name}.png`) })
        taken.push(`${language}/${name}`)
      }

      await stage.set(facts, language, 'light')
      await stage.go('#/')
      await shoot('today')
      await stage.go(`#/numbers/${number?.id}/bindings`)
      await stage.press('Control+B')
      await stage.page.getByRole('dialog').getByRole('combobox').first().fill(language === 'en' ? 'revol' : 'zsyh')
      await stage.page.keyboard.press('Tab')
      await stage.page.keyboard.insertText('mei@example.com')
      await shoot('log-binding')
      await stage.page.keyboard.press('Escape')
      await stage.page.keyboard.press('Escape')
      await stage.go(`#/numbers/${number?.id}/plan`)
      await shoot('plan')
      await stage.go(`#/numbers/${number?.id}`)
      await shoot('number')
    }
  }
  finally {
    await stage.close()
  }
  return taken
}
