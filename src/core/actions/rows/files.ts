import type { Attachment } from '../../records/attachment'
import type { Id } from '../../records/base'
import type { Facts, Rows } from '../../records/tables'
import type { TimelineEvent } from '../../records/timeline-event'
import type { Change } from '../action'
import { numberNames } from './names'

type Owner = Pick<Attachment, 'ownerTable' | 'ownerId'>

/** What a file is kept with; each belongs to a number. */
export function ownerOf(facts: Facts, { ownerTable, ownerId }: Owner): Rows[Attachment['ownerTable']] | undefined {
  return facts[ownerTable].get(ownerId)
}

/** Changes that take away the files of rows that go. */
export function filesGone(facts: Facts, owners: ReadonlySet<Id>): Change[] {
  return [...facts.attachments.values()].filter(({ ownerId }) => owners.has(ownerId)).map(({ id }) => ({ table: 'attachments', remove: id }))
}

/** A file as it is called now, and its number. */
export function fileNames(facts: Facts, file: Owner & Pick<Attachment, 'name'>): TimelineEvent['params'] {
  const owner = ownerOf(facts, file)
  const number = owner && facts.numbers.get(owner.numberId)
  return { name: file.name, ...number && numberNames(number) }
}
