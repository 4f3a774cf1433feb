import type { Id } from '../../records/base'
import type { TaskKind } from '../codes'
import type { DayNumber } from '../day-number'
import type { Entry } from '../entries'
import type { Reason, TaskBinding } from '../plan'
import type { OrderedAccount } from '../safe-order'
import type { Situation } from '../situation'
import type { Draft } from '../task-builder'
import { dayOfNumber } from '../day-number'
import { bindingDueDays } from '../due-days'
import { compareText } from '../entries'
import { unbindKey } from '../task-keys'
import { servicePage } from '../pages'
import { reason } from '../task-builder'
import { reasonsTeller } from './unbind-reasons'

/** Does this number's plan unbind anything? Not where the number lives on: kept, or taken to another provider. */
export function isUnbinding({ route, hasLeft, isPorted, isRescue }: Situation): boolean {
  return isRescue || (hasLeft ? !isPorted : route === 'cancel' || route === 'let-expire')
}

/** Unbind: one task for each binding, unsettled ones in safe order, settled ones after them. */
export function unbindDrafts(situation: Situation): { drafts: Iterable<Draft>, firstDue: DayNumber | null } {
  if (!isUnbinding(situation))
    return { drafts: [], firstDue: null }
  const { order, isRescue, todayNumber, end } = situation
  const due = bindingDueDays(order, { today: todayNumber, end: end?.day ?? null }, isRescue)
  const firstDue = due.reduce<DayNumber | null>((first, day) => day !== null && (first === null || day < first) ? day : first, null)
  return { drafts: draftsOf(situation, due), firstDue }
}

/** One after the other, as they are asked for: of thousands, only one lies about at a time. */
function* draftsOf(situation: Situation, due: readonly (DayNumber | null)[]): Iterable<Draft> {
  const { order, isRescue, end } = situation
  const keysOf = (place: number): string[] => order.accounts[place]!.entries.map(entry => unbindKey(entry.bindingId))
  const endReason = end && !isRescue ? reason('before-line-ends', { day: { day: dayOfNumber(end.day) }, why: end.why }) : null
  const reasonsOf = reasonsTeller(endReason, isRescue)

  for (const item of order.accounts) {
    const after = item.guards.length > 0 ? item.guards.flatMap(keysOf) : NO_IDS
    const under = item.under === -1 ? null : unbindKey(order.accounts[item.under]!.entries[0]!.bindingId)
    const opens = item.guarded.length > 0 && item.entries.length === 1 ? idsOf(situation, item.guarded.filter(charge => order.accounts[charge]!.guards.length === 1)) : NO_IDS
    const ofAccount = accountReasons(situation, item)
    for (let index = 0; index < item.entries.length; index++) {
      const entry = item.entries[index]!
      yield {
        key: unbindKey(entry.bindingId),
        kind: kindOf(entry, isRescue),
        params: entry.params,
        reasons: reasonsOf(entry, ofAccount),
        after,
        due: due[item.first + index]!,
        tickBy: 'binding',
        binding: bindingOf(entry, under, opens),
        link: servicePage(entry.service),
      }
    }
  }

  const settled = situation.entries.filter(entry => entry.isSettled)
  for (const entry of settled.sort((a, b) => compareText(a.sortName, b.sortName) || compareText(a.bindingId, b.bindingId))) {
    yield {
      key: unbindKey(entry.bindingId),
      kind: kindOf(entry, false),
      params: entry.params,
      isDone: true,
      tickBy: 'binding',
      binding: bindingOf(entry, null, NO_IDS),
      link: servicePage(entry.service),
    }
  }
}

const NO_IDS: readonly string[] = []

function kindOf({ state, category, needsVerifying }: Entry, isRescue: boolean): TaskKind {
  if (state === 'verified' || (state === 'moved' && needsVerifying))
    return 'verify-binding'
  if (isRescue)
    return 'rescue-binding'
  return category === 'device' ? 'unlink-device' : 'move-binding'
}

function bindingOf(entry: Entry, under: string | null, opens: readonly Id[]): TaskBinding {
  return {
    id: entry.bindingId,
    accountId: entry.accountId,
    serviceId: entry.serviceId,
    state: entry.state,
    importance: entry.importance,
    needsVerifying: entry.needsVerifying,
    isSettled: entry.isSettled,
    under,
    opens,
  }
}

function idsOf({ order }: Situation, places: readonly number[]): Id[] {
  return places.map(place => order.accounts[place]!.accountId)
}

/** Why an account stands where it does: what it guards, what guards it, and a ring it is in. */
function accountReasons(situation: Situation, item: OrderedAccount): readonly Reason[] {
  if (item.guarded.length === 0 && item.guards.length === 0 && item.ring === -1)
    return NO_REASONS
  const reasons: Reason[] = []
  if (item.guarded.length > 0)
    reasons.push(reason('guards-accounts', { accounts: { accounts: idsOf(situation, item.guarded) }, count: item.guarded.length }))
  if (item.guards.length > 0)
    reasons.push(reason('after-guards', { accounts: { accounts: idsOf(situation, item.guards) } }))
  if (item.ring !== -1)
    reasons.push(reason('in-guard-ring', { accounts: { accounts: situation.order.rings[item.ring]! } }))
  return reasons
}

const NO_REASONS: readonly Reason[] = []
