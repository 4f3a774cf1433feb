import type { RestoreMode } from '../../../../core/backup/compare'
import type { Inspected, Opened, Sealed } from '../../../app/backup'
import type { ComputedRef, Ref, ShallowRef } from 'vue'
import { computed, ref, shallowRef } from 'vue'
import { useUntether } from '../../../app/untether'

/** How far a backup is opened. Nothing is touched before `restore`. */
export type RestoreStage
  = | { is: 'closed' | 'opening' }
    | { is: 'asking', sealed: Sealed }
    | { is: 'broken', fault: Extract<Inspected, { state: 'fault' }>['fault'] }
    | { is: 'ready', inside: Opened }

/** From a snapshot or a file of the user's choice to a restored record. */
export function useRestore(): {
  stage: ShallowRef<RestoreStage>
  isOpen: ComputedRef<boolean>
  /** Name of the file; empty for a snapshot. */
  fileName: Ref<string>
  isChoosing: Ref<boolean>
  isRestoring: Ref<boolean>
  refused: ShallowRef<{ refused: string } | null>
  fromSnapshot: (name: string) => Promise<void>
  fromFile: () => Promise<void>
  found: (inspected: Inspected | Sealed) => void
  restore: (mode: RestoreMode) => Promise<void>
  close: () => void
} {
  const { backup, notice } = useUntether()
  const stage = shallowRef<RestoreStage>({ is: 'closed' })
  const fileName = ref('')
  const isChoosing = ref(false)
  const isRestoring = ref(false)
  const refused = shallowRef<{ refused: string } | null>(null)
  let run = 0

  function found(inspected: Inspected | Sealed): void {
    refused.value = null
    if (inspected.state === 'sealed')
      stage.value = { is: 'asking', sealed: inspected }
    else
      stage.value = inspected.state === 'opened' ? { is: 'ready', inside: inspected.inside } : { is: 'broken', fault: inspected.fault }
  }

  return {
    stage,
    isOpen: computed(() => stage.value.is !== 'closed'),
    fileName,
    isChoosing,
    isRestoring,
    refused,
    found,
    async fromSnapshot(name) {
      const mine = ++run
      fileName.value = ''
      stage.value = { is: 'opening' }
      const inspected = await backup.read(name)
      // Closed meanwhile: what was read is let go.
      if (mine === run && stage.value.is === 'opening')
        found(inspected)
    },
    async fromFile() {
      if (isChoosing.value)
        return
      isChoosing.value = true
      const chosen = await backup.choose().finally(() => {
        isChoosing.value = false
      })
      if ('state' in chosen)
        return
      run++
      fileName.value = chosen.name
      found(chosen.found)
    },
    async restore(mode) {
      if (stage.value.is !== 'ready' || isRestoring.value)
        return
      isRestoring.value = true
      refused.value = null
      const { inside } = stage.value
      const outcome = await backup.restore(inside, mode, inside.madeAt).finally(() => {
        isRestoring.value = false
      })
      if (!outcome.ok) {
        refused.value = outcome
        return
      }
      stage.value = { is: 'closed' }
      notice.value = { kind: 'done', event: outcome.event }
    },
    close() {
      if (isRestoring.value)
        return
      run++
      stage.value = { is: 'closed' }
    },
  }
}
