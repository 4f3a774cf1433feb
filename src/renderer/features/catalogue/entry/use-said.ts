import type { Text } from '../../../../core/catalog/text'
import { useI18n } from 'vue-i18n'

/** Words of the catalogue in the language on screen. */
export function useSaid() {
  const { locale } = useI18n()
  return {
    said: (text: Text): string => (locale.value === 'zh-CN' ? text.zh : null) ?? text.en,
    /** Marks English words on a Chinese screen. */
    langOf: (text: Text): string | undefined => locale.value === 'zh-CN' && text.zh === null ? 'en' : undefined,
  }
}
