import type { Journal } from '../storage/journal'
import type { Attachments } from '../storage/attachments'
import type { SealedFolder } from '../storage/sealed-folder'
import type { HandlersOf } from './index'
import { shell } from 'electron'
import { ATTACHMENT_NAME, SNAPSHOT_NAME } from '../../shared/storage'
import { isSeq, isText, nothing, oneSeq, oneText } from './takes'

/** What these calls need from the rest of the shell. */
export type StorageContext = {
  journal: Journal
  /** Of the folder that is chosen now. */
  snapshots: () => SealedFolder
  attachments: Attachments
  snapshotFolder: () => string
  chooseSnapshotFolder: () => Promise<string | null>
}

/** What the window asks of the files beside the database. They only ever see sealed bytes. */
export function storageCalls({ journal, snapshots, attachments, snapshotFolder, chooseSnapshotFolder }: StorageContext): HandlersOf<'journal' | 'snapshots' | 'attachments'> {
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
      takes: newFile,
      async does(name, bytes) {
        const answer = await snapshots().write(name, bytes)
        // A snapshot on another disk brings the files along that it names.
        if (answer === 'done')
          void attachments.copyAll(new Date())
        return answer
      },
    },
    'snapshots:remove': { takes: namesLike(SNAPSHOT_NAME), does: async names => void await snapshots().remove(names) },
    'snapshots:folder': { takes: nothing, does: snapshotFolder },
    'snapshots:choose-folder': { takes: nothing, does: chooseSnapshotFolder },
    'snapshots:open-folder': { takes: nothing, does: async () => void await shell.openPath(snapshotFolder()) },

    'attachments:list': { takes: nothing, does: () => attachments.list(new Date()) },
    'attachments:read': { takes: oneText(100), does: name => attachments.read(name) },
    'attachments:write': { takes: newFile, does: (name, bytes) => attachments.write(name, bytes) },
    'attachments:remove': { takes: namesLike(ATTACHMENT_NAME), does: async names => void await attachments.remove(names) },
  } satisfies HandlersOf<'journal' | 'snapshots' | 'attachments'>
}

function newFile([name, bytes, ...rest]: readonly unknown[]): [string, Uint8Array] | null {
  return isText(name, 100) && bytes instanceof Uint8Array && rest.length === 0 ? [name, bytes] : null
}

function namesLike(isOurs: RegExp): (args: readonly unknown[]) => [string[]] | null {
  return ([names, ...rest]) => Array.isArray(names) && names.every(name => isText(name, 100) && isOurs.test(name)) && rest.length === 0 ? [names as string[]] : null
}
