import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

/** How large a file is: `18 kB`, `1.2 MB`. */
export function useSize(): ComputedRef<(bytes: number) => string> {
  const { locale } = useI18n()
  return computed(() => {
    const tag = locale.value === 'zh-CN' ? 'zh-CN' : 'en-GB'
    const small = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 })
    const large = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 })
    return bytes => bytes < 1_000_000 ? `${small.format(Math.ceil(bytes / 1000))}\u00A0kB` : `${large.format(bytes / 1_000_000)}\u00A0MB`
  })
}
