import { expect, it } from 'vitest'
import { systemLanguage } from '../../../src/main/language'

it.each([
  [['zh-CN'], 'zh-CN'],
  [['zh-Hant-HK', 'en'], 'zh-CN'],
  [['zh_CN.UTF-8'], 'zh-CN'],
  [['en-GB', 'zh-CN'], 'en'],
  [['fr-FR', 'zh-TW'], 'zh-CN'],
  [['fr-FR'], 'en'],
  [['zhx'], 'en'],
  [[], 'en'],
])('%s → %s', (preferred, language) => {
  expect(systemLanguage(preferred)).toBe(language)
})
