import type { PhoneKit } from '../../core/phone/phone-kit'
import { shallowRef } from 'vue'
import { formatPlain } from '../../core/phone/plain-format'

/**
 * A phone kit that is there at once and knows the number plans of the world a moment later: they weigh more than a
 * screen, so `load` is called when the first one stands. Until then numbers are written plainly and none is recognised;
 * what depends on the kit follows by itself when the plans arrive.
 */
export function latePhoneKit(): { phone: PhoneKit, load: () => Promise<void> } {
  const kit = shallowRef<PhoneKit | null>(null)
  return {
    phone: {
      parse: (text, country) => kit.value?.parse(text, country) ?? { refused: 'not-a-phone-number', why: 'empty' },
      format: e164 => kit.value?.format(e164) ?? formatPlain(e164),
      formatAsTyped: (text, country) => kit.value?.formatAsTyped(text, country) ?? text,
      hasCountry: country => kit.value?.hasCountry(country) ?? false,
    },
    async load() {
      kit.value = (await import('./number-plans')).knowingPhoneKit()
    },
  }
}
