import type { Language } from '../core/records/settings'

/** The first of the system's languages that we speak; English when there is none. */
export function systemLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const base = tag.toLowerCase().split(/[-_]/, 1)[0]
    if (base === 'zh')
      return 'zh-CN'
    if (base === 'en')
      return 'en'
  }
  return 'en'
}
