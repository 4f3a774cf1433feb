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
    // Asked first: it could be larger than the memory.
    if (file.size > MAX_GUIDE_BYTES)
      return { name, fault: 'too-large', field: '' }
    const bytes = await file.arrayBuffer().catch(() => null)
    if (!bytes)
      return { name, fault: 'unread', field: '' }
    const text = textIn(bytes)
    if (text === null)
      return { name, fault: 'not-text', field: '' }
    const found = readGuideFile(text, today.value)
    return 'fault' in found ? { name, fault: found.fault, field: found.field ?? '' } : { name, read: found }
  }

  return { saveFile, openFile }
}

function textIn(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  }
  catch {
    return null
  }
}
