import type { Page } from 'playwright-core'
import type { Language } from '../../../src/core/records/settings'
import { anyOf, words } from './words'

/** Every word of ours that can be read or heard on the page: text, names, hints. What is marked as another language, and what the user typed, is left out. */
export function ownStrings(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>([document.title])
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement
      if (!element || element.closest('script, style, [lang]:not(html)') || !element.checkVisibility())
        continue
      const texts = node instanceof Element
        ? ['aria-label', 'aria-description', 'placeholder', 'title', 'alt'].map(name => node.getAttribute(name) ?? '')
        : [node.textContent ?? '']
      texts.map(text => text.trim().replace(/\s+/g, ' ')).filter(text => text !== '').forEach(text => found.add(text))
    }
    return [...found]
  })
}

/** Words that stand in one language and, by their key, differently in the other. */
function wordsOnlyIn(language: Language): RegExp[] {
  const other = language === 'en' ? 'zh-CN' : 'en'
  const collect = (own: unknown, theirs: unknown): string[] => {
    if (typeof own === 'string')
      return own === theirs ? [] : [own]
    return Object.entries(own as object).flatMap(([key, value]) => collect(value, (theirs as Record<string, unknown>)[key]))
  }
  return collect(words[language], words[other])
    // A text that is nearly all values would fit anything.
    .filter(text => text.replace(/\{\w+\}/g, '').replace(/[^a-z\u4E00-\u9FFF]/gi, '').length >= 3)
    .map(text => anyOf(text))
}

const english = wordsOnlyIn('en')
const DAYS = /\b(?:January|February|March|April|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/

/** Strings that are still of the other language. */
export function strangers(strings: readonly string[], language: Language): string[] {
  return language === 'zh-CN'
    ? strings.filter(text => DAYS.test(text) || english.some(pattern => pattern.test(text)))
    // A few hints of ours name a Chinese word on purpose.
    : strings.filter(text => /[\u3400-\u9FFF]/.test(text) && !english.some(pattern => pattern.test(text)))
}
