import type { Attachment } from '../records/attachment'
import type { Id } from '../records/base'
import type { Action } from './action'
import { MAX_FILE_BYTES, MAX_FILES_BYTES } from '../records/attachment'
import { checkFileName } from './checks/check'
import { fileNames, ownerOf } from './rows/files'

const MB = 1024 * 1024

export type AttachFile = Pick<Attachment, 'ownerTable' | 'ownerId' | 'name' | 'mediaType' | 'size' | 'sha256'> & {
  /** Its bytes lie under this id already. */
  id: Id
}

/** Keeps a file with a tick, a contact, a claim or a binding. The longest name is 255 characters; without one it is called "file". */
export const attachFile: Action<AttachFile> = (facts, { id, ownerTable, ownerId, name, mediaType, size, sha256 }, context) => {
  const owner = ownerOf(facts, { ownerTable, ownerId })
  if (!owner || facts.attachments.has(id))
    return { refused: owner ? 'already-so' : 'not-found' }
  if (size > MAX_FILE_BYTES)
    return { refused: 'file-too-large', params: { max: MAX_FILE_BYTES / MB } }
  const all = [...facts.attachments.values()].reduce((sum, file) => sum + file.size, size)
  if (all > MAX_FILES_BYTES)
    return { refused: 'files-too-large', params: { max: MAX_FILES_BYTES / MB } }
  const checked = checkFileName(name)
  if ('refused' in checked)
    return { field: 'name', ...checked }
  const put: Attachment = { id, createdAt: context.now, updatedAt: context.now, ownerTable, ownerId, name: checked.value || 'file', mediaType, size, sha256 }
  return {
    changes: [{ table: 'attachments', put }],
    event: { kind: 'file.attached', numberIds: [owner.numberId], params: fileNames(facts, put) },
    value: undefined,
  }
}
