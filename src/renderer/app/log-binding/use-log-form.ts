import type { Refused } from '../../../core/actions/action'
import type { QuickEntry } from '../../../core/quick/parse-line'
import type { Category, Importance, ServiceRef } from '../../../core/records/account'
import type { Id } from '../../../core/records/base'
import type { Role } from '../../../core/records/binding'
import type { Ref } from 'vue'
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute } from 'vue-router'
import { logBinding } from '../../../core/actions/log-binding'
import { hasInvisible } from '../../../core/lib/text'
import { useRefusals } from '../../composables/use-refusals'
import { useUntether } from '../untether'
import { useQuickWorld } from './use-quick-world'

/** Number that the last binding was logged on, for the next time the panel opens. */
let lastNumberId: Id | null = null

/** What was said last, below the form. */
export type LogNote
  = | { kind: 'logged', service: ServiceRef, numberId: Id, eventId: string }
    | { kind: 'taken-back', service: ServiceRef }
    | { kind: 'exists', service: ServiceRef, login: string, numberId: Id, bindingId: Id }

type Field = 'service' | 'login' | 'numberId' | 'dueOn' | 'guardedBy'

/** The form of the panel: kept as typed until it was saved. */
export function useLogForm(wishedNumberId: Id | null, givenService: ServiceRef | null = null) {
  const { catalog, facts, notice, run, undo, next } = useUntether()
  const { t } = useI18n()
  const { refusalText } = useRefusals()
  const route = useRoute()

  const { numbers, numberOptions } = useQuickWorld()
  const service = shallowRef<ServiceRef | null>(givenService)
  const login = ref('')
  const numberId = ref(firstNumber())
  const category = ref<Category>('other')
  const roles = shallowRef<readonly Role[]>([])
  const importance = ref<Importance | 'auto'>('auto')
  const dueOn = ref<string | null>(null)
  const guardedBy = shallowRef<readonly Id[]>([])
  /** From the line only: the panel has no field for them. */
  const notes = ref('')
  /** Kept as reasons, so that they speak the language on screen. */
  const refused = reactive<{ [F in Field]?: Pick<Refused, 'refused' | 'params'> }>({})
  const errors = computed<{ [F in Field]?: string }>(() => ({
    ...Object.fromEntries(Object.entries(refused).map(([field, why]) => [field, refusalText(why)])),
    ...numberFault.value && { numberId: numberFault.value },
  }))
  const note = shallowRef<LogNote | null>(null)
  const count = ref(0)
  /** What stands in the line beside the service. */
  const line = shallowRef<QuickEntry | null>(null)
  /** Why the line names no number that can be taken; falls silent once one is picked. */
  const numberFault = computed(() => {
    if (numberId.value !== '' || !line.value)
      return undefined
    return line.value.severalNumbers.length > 0 ? t('quick.severalNumbers', { n: line.value.severalNumbers.length }) : t('quick.noSuchNumber')
  })

  const entry = computed(() => service.value?.kind === 'catalog' ? catalog.service(service.value.id) : undefined)
  const isLoginOdd = computed(() => hasInvisible(login.value))

  /** The number of the page, else the last used, else that of the newest binding. */
  function firstNumber(): Id {
    const known = (id: unknown): id is Id => typeof id === 'string' && numbers.value.some(number => number.id === id)
    const newest = [...facts.value.bindings.values()].reduce<{ at: number, numberId: Id | null }>((last, binding) => binding.createdAt > last.at ? { at: binding.createdAt, numberId: binding.numberId } : last, { at: -1, numberId: null })
    return [wishedNumberId, route.params['id'], lastNumberId, newest.numberId].find(known) ?? numbers.value[0]?.id ?? ''
  }

  /** The catalogue knows what such a service uses a number for; that is the preset. */
  watch(service, (now, before) => {
    delete refused.service
    if (now?.kind === 'catalog' && (before?.kind !== 'catalog' || before.id !== now.id)) {
      roles.value = line.value?.roles.length ? line.value.roles : entry.value?.phoneRoles ?? []
      importance.value = line.value?.importance ?? 'auto'
    }
  }, { immediate: true })

  /** What the fields held before the line spoke of them. */
  const kept = new Map<Ref<unknown>, unknown>()

  /** Sets a field when the line begins to say it or says something else; when it falls silent, what was there before returns. Set by hand meanwhile, it stays. */
  function follow<T>(field: Ref<T>, before: T | undefined, now: T | undefined): void {
    if (JSON.stringify(before) === JSON.stringify(now))
      return
    if (before === undefined)
      kept.set(field, field.value)
    field.value = now === undefined ? kept.get(field) as T : now
  }

  /** Fills the fields from the line. */
  function understand(now: QuickEntry | null): void {
    const before = line.value
    line.value = now
    const said = <T>(of: (entry: QuickEntry) => T | undefined): [T | undefined, T | undefined] => [before ? of(before) : undefined, now ? of(now) : undefined]
    follow(login, ...said(entry => entry.login || undefined))
    follow(roles, ...said<readonly Role[]>(entry => entry.roles.length > 0 ? entry.roles : undefined))
    follow(importance, ...said(entry => entry.importance ?? undefined))
    follow(dueOn, ...said(entry => entry.dueOn ?? undefined))
    follow(numberId, ...said(entry => entry.numberId ?? (entry.severalNumbers.length > 0 || entry.isNumberUnknown ? '' : undefined)))
    follow(category, ...said(entry => entry.service?.kind === 'own' && entry.service.category !== 'other' ? entry.service.category : undefined))
    notes.value = now?.notes ?? ''
  }
  watch(login, () => delete refused.login)
  watch(numberId, () => delete refused.numberId)
  watch(dueOn, () => delete refused.dueOn)
  watch([service, login, numberId], () => {
    if (note.value?.kind === 'exists')
      note.value = null
  })

  function clear(): void {
    service.value = null
    login.value = ''
    roles.value = []
    importance.value = 'auto'
    category.value = 'other'
    dueOn.value = null
    guardedBy.value = []
    notes.value = ''
    line.value = null
    kept.clear()
  }

  /** Saves; true when it was. What was refused is said beside its field, and nothing typed is lost. */
  async function save(addAnyway = false): Promise<boolean> {
    const ref = service.value?.kind === 'own' ? { ...service.value, category: category.value } : service.value
    if (numberFault.value)
      return false
    if (!ref) {
      refused.service = { refused: 'no-service' }
      return false
    }
    const outcome = await run(logBinding, {
      numberId: numberId.value,
      service: ref,
      login: login.value,
      roles: roles.value,
      ...importance.value !== 'auto' && { importance: importance.value },
      dueOn: dueOn.value,
      ...notes.value !== '' && { notes: notes.value },
      ...guardedBy.value.length > 0 && { guardedBy: guardedBy.value },
      addAnyway,
    }, { isQuiet: true })
    if (outcome.ok) {
      // The panel says it itself, with its own undo.
      notice.value = null
      lastNumberId = numberId.value
      count.value++
      note.value = { kind: 'logged', service: ref, numberId: numberId.value, eventId: outcome.event.id }
      clear()
      return true
    }
    if (outcome.refused === 'binding-exists')
      note.value = { kind: 'exists', service: ref, login: login.value.trim(), numberId: numberId.value, bindingId: String(outcome.params?.['bindingId'] ?? '') }
    // What looks like a secret in the name of the service is said by its field.
    else if (outcome.refused !== 'looks-secret' || fieldOf(outcome.field) !== 'service')
      refused[fieldOf(outcome.field)] = outcome
    return false
  }

  function fieldOf(field: string | undefined): Field {
    return field === 'login' || field === 'numberId' || field === 'dueOn' || field === 'guardedBy' ? field : 'service'
  }

  /** Takes the last one back, as long as nothing else was done since. */
  async function takeBack(): Promise<void> {
    const last = note.value
    if (last?.kind !== 'logged' || next.value.undo?.id !== last.eventId)
      return
    await undo()
    notice.value = null
    count.value = Math.max(0, count.value - 1)
    note.value = { kind: 'taken-back', service: last.service }
  }

  return { numbers, numberOptions, service, entry, login, isLoginOdd, numberId, category, roles, importance, dueOn, guardedBy, notes, errors, note, count, understand, save, takeBack }
}
