import type { ComputedRef } from 'vue'
import { computed, onScopeDispose, ref } from 'vue'
import { useI18n } from 'vue-i18n'

const MINUTE = 60_000
/** Steps in which time is told, the largest that fits. */
const STEPS = [['day', 24 * 60 * MINUTE], ['hour', 60 * MINUTE], ['minute', MINUTE]] as const

/** `5 minutes ago`, 5 分钟前; moves on by itself. */
export function useAgo(): ComputedRef<(at: number) => string> {
  const { t, locale } = useI18n()
  const now = ref(Date.now())
  const timer = setInterval(() => {
    now.value = Date.now()
  }, MINUTE / 2)
  onScopeDispose(() => clearInterval(timer))

  return computed(() => {
    const isChinese = locale.value === 'zh-CN'
    const format = new Intl.RelativeTimeFormat(isChinese ? 'zh-CN' : 'en-GB', { numeric: 'auto' })
    return (at) => {
      const passed = Math.max(0, now.value - at)
      const step = STEPS.find(([, length]) => passed >= length)
      if (!step)
        return t('backup.now')
      const text = format.format(-Math.floor(passed / step[1]), step[0])
      return isChinese ? text.replace(/(\d+)(?=\D)/, '$1\u00A0') : text.replace(/(\d+) /, '$1\u00A0')
    }
  })
}
