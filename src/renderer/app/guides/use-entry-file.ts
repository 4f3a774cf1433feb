import type { Day } from '../../../core/lib/day'
import { computed, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { MAX_GUIDE_BYTES } from '../../../core/catalog/guide-file'
import { useUntether } from '../untether'

type Kind<Own, Read, Fault extends string> = {
  nameOf: (own: Own) => string
  write: (own: Own) => string
  read: (text: string, today: Day) => Read | { fault: Fault, field?: string }
  /** Locale key for a file that could not be saved. */
  notSaved: string
  /** What is wrong with a file, in words. */
  faultText: (fault: Fault | 'too-large' | 'unread' | 'not-text', field: string) => string
}

/** Entries of the catalogue out to files and in from them: the one that was chosen last, and what came of it. */
export function useEntryFile<Own, Read extends object, Fault extends string>({ nameOf, write, read, notSaved, faultText }: Kind<Own, Read, Fault>) {
  const { t } = useI18n()
  const { notice, saveText, today } = useUntether()
  const opened = shallowRef<{ name: string } & ({ read: Read } | { fault: Fault | 'too-large' | 'unread' | 'not-text', field: string }) | null>(null)

  /** Lets the user save one entry, and tells of it in the toast. */
  async function give(own: Own): Promise<void> {
    const answer = await saveText(nameOf(own), write(own))
    if (answer.state === 'saved')
      notice.value = { kind: 'said', key: 'guides.saved', params: { path: answer.path } }
    else if (answer.state !== 'cancelled')
      notice.value = { kind: 'said', key: answer.state === 'full' ? 'guides.notSavedFull' : notSaved, params: {}, isBad: true }
  }

  /** Reads a file the user chose. Nothing is changed by it. */
  async function open(file: File): Promise<void> {
    const { name } = file
    const text = await textOfFile(file)
    const found = typeof text === 'string' ? read(text, today.value) : text
    opened.value = 'fault' in found ? { name, fault: found.fault, field: 'field' in found ? found.field ?? '' : '' } : { name, read: found }
  }

  return {
    give,
    open,
    /** The file is put away. */
    drop: () => opened.value = null,
    fileName: computed(() => opened.value?.name ?? ''),
    read: computed(() => opened.value && 'read' in opened.value ? opened.value.read : null),
    broken: computed(() => opened.value && 'fault' in opened.value ? `${t('guides.broken.title')}: ${opened.value.name}. ${faultText(opened.value.fault, opened.value.field)}` : ''),
  }
}

/** What stands in a chosen file, or why it cannot be told. */
async function textOfFile(file: File): Promise<string | { fault: 'too-large' | 'unread' | 'not-text' }> {
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
