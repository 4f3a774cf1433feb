import type { ReadService, ServiceFileFault } from '../../../core/catalog/service-file'
import type { OwnService } from '../../../core/records/own-service'
import { readServiceFile, writeServiceFile } from '../../../core/catalog/service-file'
import { textOfFile } from '../guides/use-guide-file'
import { useUntether } from '../untether'

/** What a chosen file gave. */
export type OpenedService = { name: string } & ({ read: ReadService } | { fault: ServiceFileFault['fault'] | 'unread', field: string })

/** Services out to files and in from them. */
export function useServiceFile() {
  const { notice, saveText, today } = useUntether()

  /** Lets the user save one service, and tells of it in the toast. */
  async function saveFile(own: OwnService): Promise<void> {
    const answer = await saveText(`untether-service-${own.serviceId}.json`, writeServiceFile(own))
    if (answer.state !== 'cancelled')
      notice.value = { kind: 'said', key: { saved: 'guides.saved', full: 'guides.notSavedFull', failed: 'catalogue.form.notSaved' }[answer.state], params: { path: answer.state === 'saved' ? answer.path : '' } }
  }

  /** Reads a file the user chose. Nothing is changed by it. */
  async function openFile(file: File): Promise<OpenedService> {
    const { name } = file
    const text = await textOfFile(file)
    if (typeof text !== 'string')
      return { name, ...text, field: '' }
    const found = readServiceFile(text, today.value)
    return 'fault' in found ? { name, fault: found.fault, field: found.field ?? '' } : { name, read: found }
  }

  return { saveFile, openFile }
}
