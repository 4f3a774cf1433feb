import type { GuideFileFault, ReadGuide } from '../../../core/catalog/guide-file'
import type { Guide } from '../../../core/records/guide'
import { MAX_GUIDE_BYTES, readGuideFile, writeGuideFile } from '../../../core/catalog/guide-file'
import { useUntether } from '../untether'

/** What a chosen file gave. */
export type OpenedGuide = { name: string } & ({ read: ReadGuide } | { fault: GuideFileFault['fault'] | 'unread', field: string })

/** Guides out to files and in from them. */
export function useGuideFile() {
  const { notice, saveText, today } = useUntether()

  /** Lets the user save one guide, and tells of it in the toast. */
  async function saveFile(guide: Guide): Promise<void> {
    const answer = await saveText(`untether-guide-${guide.providerId}.json`, writeGuideFile(guide))
    if (answer.state !== 'cancelled')
      notice.value = { kind: 'said', key: { saved: 'guides.saved', full: 'guides.notSavedFull', failed: 'guides.notSaved' }[answer.state], params: { path: answer.state === 'saved' ? answer.path : '' } }
  }

  /** Reads a file the user chose. Nothing is changed by it. */
  async function openFile(file: File): Promise<OpenedGuide> {
    const { name } = file
    const text = await textOfFile(file)
    if (typeof text !== 'string')
      return { name, ...text, field: '' }
    const found = readGuideFile(text, today.value)
    return 'fault' in found ? { name, fault: found.fault, field: found.field ?? '' } : { name, read: found }
  }

  return { saveFile, openFile }
}

/** What stands in a chosen file, or why it cannot be told. */
export async function textOfFile(file: File): Promise<string | { fault: 'too-large' | 'unread' | 'not-text' }> {
  // Asked first: it could be larger than the memory.
  if (file.size > MAX_GUIDE_BYTES)
    return { fault: 'too-large' }
  const bytes = await file.arrayBuffer().catch(() => null)
  if (!bytes)
    return { fault: 'unread' }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  }
  catch {
    return { fault: 'not-text' }
  }
}
