import type { OwnService } from '../../core/records/own-service'
import type { GuideMark } from './use-own-guides'
import { isShippedServiceNewer, ownServiceOf } from '../../core/catalog/own-service'
import { useUntether } from '../app/untether'

/** The user's own services and corrections, for the screens. Use inside setup. */
export function useOwnServices() {
  const { catalog, facts } = useUntether()

  function ownService(id: string | null): OwnService | null {
    return id === null ? null : ownServiceOf(facts.value.ownServices, id) ?? null
  }

  /** Null where the entry is as shipped, or there is none. */
  function serviceMark(id: string | null): GuideMark | null {
    const own = ownService(id)
    if (!own)
      return null
    const shipped = catalog.shippedService(own.serviceId)
    return {
      by: own.origin === 'file' ? 'file' : shipped ? 'corrected' : 'written',
      checkedOn: own.entry.checkedOn,
      newerOn: shipped && isShippedServiceNewer(own, shipped) ? shipped.checkedOn : null,
      changed: null,
    }
  }

  return { ownService, serviceMark }
}
