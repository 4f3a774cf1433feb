import type { InjectionKey, ShallowRef } from 'vue'
import { inject, provide, shallowRef } from 'vue'

/** Why the last key or press did nothing; empty while nothing was refused. */
const hintKey: InjectionKey<ShallowRef<string>> = Symbol('plan-hint')

export function providePlanHint(): ShallowRef<string> {
  const hint = shallowRef('')
  provide(hintKey, hint)
  return hint
}

export function usePlanHint(): ShallowRef<string> {
  return inject(hintKey, () => shallowRef(''), true)
}
