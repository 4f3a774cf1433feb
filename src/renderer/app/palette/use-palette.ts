import type { EntryKind } from '../../../core/search/entry'
import type { Found, Hit } from '../../../core/search/search'
import type { GroupKey, Row, RowGroup } from './row'
import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { isBlank, parseQuery, plainWords } from '../../../core/search/query'
import { SCATTERED } from '../../../core/search/rank'
import { ASIDE, search } from '../../../core/search/search'
import { useWords } from '../../composables/use-words'
import { useToday } from '../../features/today/use-today'
import { useDialogs } from '../dialogs'
import { openedSoFar } from './opened'
import { rowOf } from './row'
import { useHits } from './use-hits'
import { useIndex } from './use-index'
import { useOffers } from './use-offers'
import { useTaskActs } from './use-task-acts'

/** Rows of one group among others, and of one that was asked for alone. */
const FEW = 5
const MANY = 40
/** Tasks among others: what they are about stands above them. */
const FEW_TASKS = 3
const MOST_RECENT = 6
/** Longest name that a binding is offered by. */
const MOST_NAMED = 60

/** The groups in which kinds are shown. */
const GROUP_OF: Readonly<Record<EntryKind, GroupKey>> = { act: 'act', number: 'number', binding: 'binding', task: 'task', service: 'go', provider: 'go', page: 'go' }

/** What find or do shows for what is typed. */
export function usePalette() {
  const { t } = useI18n()
  const { categoryName, importanceName, stateName } = useWords()
  const { logBinding } = useDialogs()
  const { next } = useToday()
  const { offers, offerRow } = useOffers()
  const { rowOfHit, taskOf, taskRow } = useHits()
  const { tickRow, openTaskRow, openServiceRow } = useTaskActs()
  const index = useIndex(offers)
  const opened = openedSoFar()
  const text = ref('')

  const wordOf = { state: stateName, risk: importanceName, category: categoryName } as Readonly<Record<'state' | 'risk' | 'category', (code: string) => string>>
  const query = computed(() => parseQuery(text.value, (by, code) => wordOf[by](code)))
  const found = computed<Found>(() => {
    const { kinds, filters } = query.value
    return isBlank(query.value) ? { groups: [], marks: [] } : search(index.value, query.value, { limit: kinds !== null || filters.length > 0 ? MANY : FEW, opened })
  })
  const rowsOf = (hits: readonly Hit[]): Row[] => hits.flatMap(hit => rowOfHit(hit, offerRow) ?? [])

  /** Before anything is typed: what was opened or changed last, what is next, and what one comes here for. */
  function startGroups(): RowGroup[] {
    const { groups } = search(index.value, { typed: null, kinds: new Set(['number', 'binding']), filters: [] }, { limit: MOST_RECENT, opened })
    const last = (hit: Hit): number => opened.get(`${hit.entry.kind} ${hit.entry.id}`) ?? 0
    const recent = groups.flatMap(({ hits }) => hits).sort((a, b) => last(b) - last(a) || b.entry.at - a.entry.at).slice(0, MOST_RECENT)
    return [
      { key: 'recent', rows: rowsOf(recent) },
      { key: 'next', rows: next.value ? [tickRow(next.value) ?? taskRow(next.value)] : [] },
      { key: 'act', rows: ['logBinding', 'addNumber', 'undo'].flatMap(id => offerRow(id) ?? []) },
    ]
  }

  /**
   * The tick of the best task and the page of the best service, where they were found by a name of their own.
   * A tick that was begun is the best there is to do; any other stands behind what is looked for, so that Enter never does what nobody thought of.
   */
  function shortcuts(): { rank: number, rows: Row[], isBegun: boolean } {
    const hits = (kind: EntryKind): readonly Hit[] => found.value.groups.find(group => group.kind === kind)?.hits ?? []
    if (query.value.kinds !== null || query.value.typed === null)
      return { rank: Infinity, rows: [], isBegun: false }
    const tasks = hits('task').filter(({ rank }) => rank < ASIDE).flatMap(({ entry, rank }) => {
      const task = taskOf(entry.id)
      return task ? [{ task, rank }] : []
    })
    const ticked = tasks.flatMap(({ task, rank }) => ({ rank, row: tickRow(task), isBegun: task.binding?.state === 'moved' })).find(({ row }) => row !== null)
    const paged = tasks.find(({ task }) => openTaskRow(task) !== null)
    const [service] = hits('service').filter(({ rank }) => rank < SCATTERED)
    const page = paged ? openTaskRow(paged.task) : service ? openServiceRow(service.entry.id) : null
    return {
      rank: Math.min(ticked?.rank ?? Infinity, page ? paged?.rank ?? service?.rank ?? Infinity : Infinity),
      rows: [ticked?.row, page].flatMap(row => row ?? []),
      isBegun: ticked?.isBegun ?? false,
    }
  }

  /** Offered for words alone: with an operator or a prefix something that is there is looked for. */
  const named = computed(() => query.value.kinds === null && query.value.filters.length === 0 ? plainWords(text.value).slice(0, MOST_NAMED) : '')
  const logRow = computed<Row | null>(() => named.value === '' ? null : rowOf({ key: 'log', icon: 'plus', title: t('palette.logNamed', { text: named.value }), keys: 'Ctrl B', isAct: true, run: () => logBinding(null, { text: named.value }) }))

  const groups = computed<readonly RowGroup[]>(() => {
    if (isBlank(query.value))
      return startGroups().filter(({ rows }) => rows.length > 0)
    const { rank, rows, isBegun } = shortcuts()
    const ranked = new Map<GroupKey, { rank: number, rows: Row[] }>(rows.length > 0 ? [['act', { rank, rows }]] : [])
    const bindingRank = found.value.groups.find(({ kind }) => kind === 'binding')?.hits[0]?.rank
    for (const { kind, hits } of found.value.groups) {
      const key = GROUP_OF[kind]
      const group = ranked.get(key) ?? { rank: Infinity, rows: [] }
      const isNarrow = query.value.kinds !== null || query.value.filters.length > 0
      const more = rowsOf(kind === 'task' && !isNarrow ? hits.slice(0, FEW_TASKS) : hits)
      if (more.length > 0)
        ranked.set(key, { rank: Math.min(group.rank, hits[0]!.rank), rows: [...group.rows, ...more] })
    }
    const acts = ranked.get('act')
    if (acts && !isBegun && rows.length > 0 && bindingRank !== undefined) {
      ranked.delete('act')
      ranked.set('act', { ...acts, rank: Math.max(acts.rank, bindingRank) })
    }
    const sorted = [...ranked].sort(([, a], [, b]) => a.rank - b.rank).map(([key, { rows }]) => ({ key, rows }))
    if (!logRow.value)
      return sorted
    // Among other acts where there are any; else behind everything that was found.
    return ranked.has('act')
      ? sorted.map(group => group.key === 'act' ? { ...group, rows: [...group.rows, logRow.value!] } : group)
      : [...sorted, { key: 'act', rows: [logRow.value] }]
  })

  return { text, groups, logRow, marks: computed(() => found.value.marks), isNothing: computed(() => !isBlank(query.value) && groups.value.every(({ rows }) => rows.every(row => row.key === 'log'))) }
}
