import type { Id } from '../records/base'
import type { Action } from './action'
import { fileNames, ownerOf } from './rows/files'

/** Takes a file away from what it was kept with. Its bytes stay for as long as undo or a snapshot could bring it back. */
export const removeFile: Action<{ attachmentId: Id }> = (facts, { attachmentId }) => {
  const file = facts.attachments.get(attachmentId)
  if (!file)
    return { refused: 'not-found' }
  const owner = ownerOf(facts, file)
  return {
    changes: [{ table: 'attachments', remove: file.id }],
    event: { kind: 'file.removed', numberIds: owner ? [owner.numberId] : [], params: fileNames(facts, file) },
    value: undefined,
  }
}
