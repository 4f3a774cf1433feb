import type { Id } from '../records/base'
import type { GuideEntry } from '../records/guide'
import type { Action } from './action'
import type { SaveGuide } from './save-guide'
import { saveGuide } from './save-guide'

export type AdoptGuide = Pick<SaveGuide, 'target' | 'catalog'> & { entry: GuideEntry }

/** Takes a guide over from a file: checked as if it had been typed, and marked as nobody's word but the file's. Gives back the provider's id. */
export const adoptGuide: Action<AdoptGuide, Id> = (facts, { entry, ...rest }, context) =>
  saveGuide(facts, { ...rest, fields: entry, origin: 'file' }, context)
