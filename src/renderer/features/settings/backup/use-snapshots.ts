import type { FileFault, Made, Snapshot } from '../../../app/backup'
import type { ComputedRef, Ref, ShallowRef } from 'vue'
import { computed, onMounted, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { TABLES } from '../../../../core/records/tables'
import { isMuchSmaller } from '../../../../core/backup/retention'
import { useUntether } from '../../../app/untether'

/** How far a snapshot is looked through. Only one that was read to its end and counted is `verified`. */
export type CheckState = 'waiting' | 'verifying' | 'verified' | FileFault | 'unreadable'
export type SnapshotRow = { snapshot: Snapshot, state: CheckState, isLarger: boolean }

/** The list of snapshots, and the check of each, one after the other, while the section is open. */
export function useSnapshots(): {
  /** Null while the folder is being looked at. */
  rows: ComputedRef<SnapshotRow[] | null>
  /** When the newest one was made that nothing is known against. */
  lastGood: ComputedRef<number | null>
  isMaking: Ref<boolean>
  /** What making one on request gave: `none` = there was nothing new. */
  result: ShallowRef<Made | 'none' | null>
  make: () => Promise<void>
  reload: () => Promise<void>
} {
  const { backup, facts } = useUntether()
  const list = shallowRef<readonly Snapshot[] | null>(null)
  const checks = ref<Record<string, CheckState>>({})
  const isMaking = ref(false)
  const result = shallowRef<Made | 'none' | null>(null)
  let run = 0

  const rowsNow = computed(() => TABLES.reduce((sum, table) => sum + facts.value[table].size, 0))
  const rows = computed(() => list.value?.map((snapshot): SnapshotRow => ({
    snapshot,
    state: checks.value[snapshot.name] ?? snapshot.fault ?? 'waiting',
    isLarger: snapshot.summary !== null && isMuchSmaller(rowsNow.value, snapshot.summary.rows),
  })) ?? null)
  const lastGood = computed(() => rows.value?.find(({ state }) => state === 'verified' || state === 'verifying' || state === 'waiting')?.snapshot.at ?? null)

  /** Newest first. A newer list, or a section that is gone, ends it. */
  async function checkAll(): Promise<void> {
    const mine = ++run
    for (const { name, fault } of list.value ?? []) {
      if (mine !== run)
        return
      if (checks.value[name] === 'verified')
        continue
      checks.value[name] = fault ?? 'verifying'
      if (fault !== null)
        continue
      const found = await backup.read(name)
      checks.value[name] = found.state === 'opened' ? 'verified' : found.fault
    }
  }

  async function reload(): Promise<void> {
    list.value = await backup.list()
    void checkAll()
  }

  async function make(): Promise<void> {
    if (isMaking.value)
      return
    isMaking.value = true
    result.value = null
    result.value = await backup.make({ isAsked: true }) ?? 'none'
    isMaking.value = false
    await reload()
  }

  onMounted(reload)
  watch(backup.last, (made) => {
    if (!isMaking.value && made?.ok)
      void reload()
  })
  onScopeDispose(() => run++)
  return { rows, lastGood, isMaking, result, make, reload }
}
