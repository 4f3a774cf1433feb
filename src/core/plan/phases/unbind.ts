import type { TaskKind } from '../codes'
import type { DayNumber } from '../day-number'
import type { Entry } from '../entries'
import type { Params, Reason } from '../plan'
import type { OrderedAccount } from '../safe-order'
import type { Situation } from '../situation'
import type { Draft } from '../task-builder'
import { dayOfNumber } from '../day-number'
import { bindingDueDays } from '../due-days'
import { compareText, unbindKey } from '../entries'
import { reason } from '../task-builder'

/** Does this number's plan unbind anything? Not where the number lives on: kept, or taken to another provider. */
export function isUnbinding({ route, hasLeft, isPorted, isRescue }: Situation): boolean {
  return isRescue || (hasLeft ? !isPorted : route === 'cancel' || route === 'let-expire')
}

/** Unbind: one task for each binding, unsettled ones in safe order, settled ones after them. */
export function unbindDrafts(situation: Situation): { drafts: Draft[], firstDue: DayNumber | null } {
  if (!isUnbinding(situation))
    return { drafts: [], firstDue: null }
  const { order, isRescue, todayNumber, end } = situation
  const due = bindingDueDays(order, { today: todayNumber, end: end?.day ?? null }, isRescue)
  const keys = order.accounts.map(({ entries }) => entries.map(entry => unbindKey(entry.binding.id)))
  const drafts: Draft[] = []
  let firstDue: DayNumber | null = null

  order.accounts.forEach((item, place) => {
    const after = item.guards.flatMap(guard => keys[guard]!)
    const shared = sharedParts(situation, item)
    item.entries.forEach((entry, index) => {
      const day = due[place]![index]!
      if (day !== null && (firstDue === null || day < firstDue))
        firstDue = day
      drafts.push({
        key: unbindKey(entry.binding.id),
        kind: kindOf(entry, isRescue),
        params: paramsOf(entry),
        reasons: [...shared.first, ...reasonsOf(situation, entry), ...shared.last],
        after,
        due: day,
        tickBy: 'binding',
        binding: {
          ...bindingParts(entry),
          under: item.under === -1 ? null : keys[item.under]![0]!,
          opens: item.entries.length === 1 ? shared.opens : NO_IDS,
        },
        link: entry.service?.changeUrl ?? null,
      })
    })
  })

  for (const entry of situation.entries.filter(item => item.isSettled).sort((a, b) => compareText(a.sortName, b.sortName) || compareText(a.binding.id, b.binding.id))) {
    drafts.push({
      key: unbindKey(entry.binding.id),
      kind: kindOf(entry, false),
      params: paramsOf(entry),
      isDone: true,
      tickBy: 'binding',
      binding: { ...bindingParts(entry), under: null, opens: NO_IDS },
      link: entry.service?.changeUrl ?? null,
    })
  }
  return { drafts, firstDue }
}

const NO_IDS: readonly string[] = []

function kindOf({ binding, account, service, needsVerifying }: Entry, isRescue: boolean): TaskKind {
  if (binding.state === 'verified' || (binding.state === 'moved' && needsVerifying))
    return 'verify-binding'
  if (isRescue)
    return 'rescue-binding'
  const category = account?.service.kind === 'own' ? account.service.category : service?.category
  return category === 'device' ? 'unlink-device' : 'move-binding'
}

function paramsOf({ binding, account }: Entry): Params {
  return {
    account: { account: binding.accountId },
    login: account?.login ?? '',
    replacement: binding.replacement?.kind ?? null,
  }
}

function bindingParts(entry: Entry) {
  return {
    id: entry.binding.id,
    accountId: entry.binding.accountId,
    serviceId: entry.serviceId,
    state: entry.binding.state,
    importance: entry.importance,
    needsVerifying: entry.needsVerifying,
    isSettled: entry.isSettled,
  }
}

/** What all bindings of an account have in common. */
function sharedParts({ order }: Situation, item: OrderedAccount): { first: Reason[], last: Reason[], opens: readonly string[] } {
  const idsOf = (places: readonly number[]): string[] => places.map(place => order.accounts[place]!.accountId)
  const first: Reason[] = []
  if (item.guarded.length > 0)
    first.push(reason('guards-accounts', { accounts: { accounts: idsOf(item.guarded) }, count: item.guarded.length }))
  if (item.guards.length > 0)
    first.push(reason('after-guards', { accounts: { accounts: idsOf(item.guards) } }))
  const last = item.ring === -1 ? [] : [reason('in-guard-ring', { accounts: { accounts: order.rings[item.ring]! } })]
  return { first, last, opens: idsOf(item.guarded.filter(place => order.accounts[place]!.guards.length === 1)) }
}

const OLD_NUMBER_GONE = reason('old-number-gone')
const NEEDS_OLD = reason('needs-old-number')
const MAY_NEED_OLD = reason('may-need-old-number')

function reasonsOf({ isRescue, end }: Situation, { binding, service, importance }: Entry): Reason[] {
  const reasons: Reason[] = []
  if (isRescue)
    reasons.push(OLD_NUMBER_GONE)
  if (binding.state === 'moved' && binding.movedOn)
    reasons.push(reason('not-verified', { day: { day: binding.movedOn } }))
  else if (!isRescue && service?.needsOldNumber !== false)
    reasons.push(service?.needsOldNumber ? NEEDS_OLD : MAY_NEED_OLD)
  reasons.push(reason('importance', { importance }))
  if (service?.cooldown?.isBlocking)
    reasons.push(reason('cooldown', { days: service.cooldown.days }))
  if (binding.dueOn)
    reasons.push(reason('own-due-day', { day: { day: binding.dueOn } }))
  else if (end)
    reasons.push(reason('before-line-ends', { day: { day: dayOfNumber(end.day) }, why: end.why }))
  return reasons
}
