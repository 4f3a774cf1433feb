import type { Refused } from '../../../core/actions/action'
import type { LogBindings } from '../../../core/actions/log-bindings'
import type { QuickRow } from '../../../core/quick/rows'
import type { Id } from '../../../core/records/base'
import type { Ref } from 'vue'
import { computed, onBeforeUnmount, ref, shallowRef } from 'vue'
import { stands } from '../../../core/actions/log-binding'
import { logBindings } from '../../../core/actions/log-bindings'
import { accountKey } from '../../../core/actions/rows/find-account'
import { rowReader } from '../../../core/quick/rows'
import { useRefusals } from '../../composables/use-refusals'
import { pause } from '../pause'
import { useUntether } from '../untether'
import { useQuickWorld } from './use-quick-world'

type Input = LogBindings['rows'][number]
type Verdict = 'ready' | 'known' | 'refused' | 'no-service' | 'which-number' | 'unknown-number'
/** `why`: only where it was refused. */
type Pasted = { at: number, row: QuickRow, input: Input, verdict: Verdict, why: string }

/** Rows read between two looks at the window. */
const AT_ONCE = 100

/**
 * Reads pasted text row by row, without holding up the window, and logs what can be logged as one change.
 * @param fallback number of the rows that name none
 */
export function usePastedRows(text: string, fallback: Ref<Id>) {
  const { catalog, facts, run } = useUntether()
  const { numbers, numberOptions, world } = useQuickWorld()
  const { refusalText } = useRefusals()
  const read = shallowRef<readonly QuickRow[]>([])
  const progress = ref({ done: 0, all: 0 })
  const isReading = ref(true)
  /** Rows that could not be kept, by their place. */
  const refused = shallowRef<ReadonlyMap<number, Refused>>(new Map())

  /** Logins by service and number that are there already; grows with the rows, so that one given twice counts once. */
  const rows = computed(() => {
    const there = new Set<string>()
    for (const { accountId, numberId, state } of facts.value.bindings.values()) {
      const account = facts.value.accounts.get(accountId)
      if (account && stands(state))
        there.add(`${numberId} ${accountKey(account.service, account.login)}`)
    }
    return read.value.map((row, at): Pasted => {
      const input = inputOf(row)
      const key = `${input.numberId} ${accountKey(input.service, input.login ?? '')}`
      const why = refused.value.get(at)
      const verdict = why ? 'refused' : faultOf(row) ?? (there.has(key) ? 'known' : 'ready')
      if (verdict === 'ready')
        there.add(key)
      return { at, row, input, verdict, why: why ? refusalText(why) : '' }
    })
  })
  const ready = computed(() => rows.value.filter(({ verdict }) => verdict === 'ready'))
  const known = computed(() => rows.value.filter(({ verdict }) => verdict === 'known').length)
  const faulty = computed(() => rows.value.length - ready.value.length - known.value)

  function inputOf({ service, login, numberId, roles, importance, dueOn, notes }: QuickRow): Input {
    const usual = service?.kind === 'catalog' ? catalog.service(service.id)?.phoneRoles ?? [] : []
    return {
      numberId: numberId ?? fallback.value,
      service: service ?? { kind: 'own', name: '', category: 'other' },
      login,
      roles: roles.length > 0 ? roles : usual,
      ...importance && { importance },
      dueOn,
      notes,
    }
  }

  function faultOf(row: QuickRow): Verdict | null {
    if (!row.service)
      return 'no-service'
    if (row.severalNumbers.length > 0)
      return 'which-number'
    return row.isNumberUnknown ? 'unknown-number' : null
  }

  async function readAll(): Promise<void> {
    const { default: papa } = await import('papaparse')
    // Cells are parted by tabs; without one, each line is a line.
    const cells = text.includes('\t')
      ? papa.parse<string[]>(text, { delimiter: '\t', skipEmptyLines: true }).data.filter(row => row.some(cell => cell.trim() !== ''))
      : text.split(/\r\n?|\n/).filter(line => line.trim() !== '').map(line => [line])
    const { hasHeads, read: readRow } = rowReader(cells[0] ?? [], world.value)
    const all = cells.slice(hasHeads ? 1 : 0)
    const made: QuickRow[] = []
    while (made.length < all.length && isReading.value) {
      made.push(...all.slice(made.length, made.length + AT_ONCE).map(readRow))
      progress.value = { done: made.length, all: all.length }
      await pause()
    }
    read.value = made
    isReading.value = false
  }

  function stop(): void {
    isReading.value = false
  }

  /** True when all of them were logged; rows that could not be kept stay, each with its reason. */
  async function save(): Promise<boolean> {
    const tried = ready.value
    const outcome = await run(logBindings, { rows: tried.map(({ input }) => input) })
    if (!outcome.ok)
      return false
    refused.value = new Map([...refused.value, ...outcome.value.refused.map(({ row, why }) => [tried[row]!.at, why] as const)])
    return outcome.value.refused.length === 0
  }

  void readAll()
  onBeforeUnmount(stop)
  return { rows, progress, isReading, ready, known, faulty, numbers, numberOptions, stop, save }
}
