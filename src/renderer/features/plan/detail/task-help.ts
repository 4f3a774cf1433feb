import type { TaskKind } from '../../../../core/plan/codes'
import type { Language } from '../../../../core/records/settings'
import { helps as english } from '../../../../shared/locales/en/words-help'
import { helps as chinese } from '../../../../shared/locales/zh-CN/words-help'

/** They come with the plan's screen, not with the start: nothing before it shows them. */
const helps: Record<Language, Partial<Record<TaskKind, Record<number, string>>>> = { 'en': english, 'zh-CN': chinese }

/** What to do for a task whoever the provider is, step by step; empty where its title says it all. */
export function taskHelp(kind: TaskKind, language: Language): string[] {
  return Object.values(helps[language][kind] ?? {})
}
