import type { WebAccount } from '../../../../core/web/web'
import type { RouteLocationRaw } from 'vue-router'
import { leadOf } from '../../../../core/web/web'
import { useBindingPlace } from '../../../composables/use-binding-place'

/** Where a click leads. */
export function useWebOpen() {
  const placeOfBinding = useBindingPlace()

  /** The place of the binding that speaks for an account. */
  function accountPlace(account: WebAccount): RouteLocationRaw | null {
    const lead = leadOf(account)
    return lead ? placeOfBinding(lead.binding) : null
  }

  return { accountPlace }
}
