import type { Refused } from '../../core/actions/action'
import { useI18n } from 'vue-i18n'
import { isDay } from '../../core/lib/day'
import { useFormat } from './use-format'

/** Why something was refused, in words. */
export function useRefusals() {
  const { t } = useI18n()
  const { fullDay, count } = useFormat()

  function refusalText({ refused, params = {} }: Pick<Refused, 'refused' | 'params'>): string {
    const shown = Object.entries(params).map(([name, value]) => [name, refused === 'looks-secret' && name === 'kind' ? t(`ui.secrets.kinds.${value}`) : typeof value === 'number' ? count(value) : isDay(value) ? fullDay(value) : value])
    return t(`refused.${refused}`, Object.fromEntries(shown))
  }

  return { refusalText }
}
