import type { Journal } from '../storage/journal'
import type { Snapshots } from '../storage/snapshots'
import type { HandlersOf } from './index'
import { shell } from 'electron'
import { SNAPSHOT_NAME } from '../../shared/storage'
import { isSeq, isText, nothing, oneSeq, oneText } from './takes'

/** What these calls need from the rest of the shell. */
export type StorageContext = {
  journal: Journal
  /** Of the folder that is chosen now. */
  snapshots: () => Snapshots
  snapshotFolder: () => string
  chooseSnapshotFolder: () => Promise<string | null>
}

/** What the window asks of the files beside the database. They only ever see sealed bytes. */
export function storageCalls({ journal, snapshots, snapshotFolder, chooseSnapshotFolder }: StorageContext): HandlersOf<'journal' | 'snapshots'> {
  return {
    'journal:append': {
      takes: ([seq, box, ...rest]) => isSeq(seq) && box instanceof Uint8Array && rest.length === 0 ? [seq, box] : null,
      does: (seq, box) => journal.append(seq, box),
    },
    'journal:drop': { takes: oneSeq, does: seq => journal.drop(seq) },
    'journal:read': { takes: oneSeq, does: seq => journal.read(seq) },
    'journal:restart': { takes: oneSeq, does: seq => journal.restart(seq) },
    'journal:prune': { takes: oneSeq, does: async seq => void await journal.prune(seq) },

    'snapshots:list': { takes: nothing, does: () => snapshots().list(new Date()) },
    'snapshots:read': { takes: oneText(100), does: name => snapshots().read(name) },
    'snapshots:write': {
      takes: ([name, bytes, ...rest]) => isText(name, 100) && bytes instanceof Uint8Array && rest.length === 0 ? [name, bytes] : null,
      does: (name, bytes) => snapshots().write(name, bytes),
    },
    'snapshots:remove': {
      takes: ([names, ...rest]) => Array.isArray(names) && names.every(name => isText(name, 100) && SNAPSHOT_NAME.test(name)) && rest.length === 0 ? [names as string[]] : null,
      does: async names => void await snapshots().remove(names),
    },
    'snapshots:folder': { takes: nothing, does: snapshotFolder },
    'snapshots:choose-folder': { takes: nothing, does: chooseSnapshotFolder },
    'snapshots:open-folder': { takes: nothing, does: async () => void await shell.openPath(snapshotFolder()) },
  } satisfies HandlersOf<'journal' | 'snapshots'>
}
