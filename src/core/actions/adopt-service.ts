import type { Id } from '../records/base'
import type { ServiceEntry } from '../records/own-service'
import type { Action } from './action'
import type { SaveService } from './save-service'
import { saveService } from './save-service'

export type AdoptService = Pick<SaveService, 'target' | 'catalog'> & { entry: ServiceEntry }

/** Takes a service over from a file: checked as if it had been typed, and marked as nobody's word but the file's. Gives back its id. */
export const adoptService: Action<AdoptService, Id> = (facts, { entry, ...rest }, context) =>
  saveService(facts, { ...rest, fields: entry, origin: 'file' }, context)
