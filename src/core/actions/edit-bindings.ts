import type { Day } from '../lib/day'
import type { Id } from '../records/base'
import type { Binding, Replacement, Role } from '../records/binding'
import type { Facts } from '../records/tables'
import type { Action, Change, Context, Refusal, Refused } from './action'
import type { EventKind } from './event-kinds'
import type { Checked } from './checks/check'
import { ROLES } from '../records/binding'
import { checkDayOrNull, checkReason } from './checks/check'
import { checkReplacement } from './checks/replacement'
import { bindingNames } from './rows/names'
import { renumberer } from './rows/renumber'
import { refuseState } from './rows/binding-outcome'
import { changed } from './rows/stamp'

/** What is done to each of many bindings. */
export type BindingsChange
  = | { kind: 'moving' | 'verified' | 'back' | 'restored' }
    /** Replacement left out = as noted before. */
    | { kind: 'moved', replacement?: Replacement | null }
    | { kind: 'waived', reason: string }
    /** null = none of one's own: the plan works it out. */
    | { kind: 'due', dueOn: Day | null }
    /** Roles that are in neither list stay as they are. */
    | { kind: 'roles', add: readonly Role[], remove: readonly Role[] }
    | { kind: 'replacement', replacement: Replacement | null }
    /** They were logged on the wrong number, or the account has changed to another one of the user's. */
    | { kind: 'number', numberId: Id }

export type EditBindings = { bindingIds: readonly Id[], change: BindingsChange }

/** How many were changed, and why the others were left as they are. */
export type EditedBindings = { changed: number, left: readonly { refused: Refusal, count: number }[] }

/**
 * Changes many bindings alike: one event, one undo step. One for which it is not possible is left as it is and counted with
 * its reason; refused as a whole, with the commonest of these, where none can be changed.
 */
export const editBindings: Action<EditBindings, EditedBindings> = (facts, { bindingIds, change }, context) => {
  const made = changer(facts, change, context)
  if ('refused' in made)
    return made
  const changes: Change[] = []
  const touched: Binding[] = []
  const left = new Map<Refusal, number>()
  for (const id of new Set(bindingIds)) {
    const binding = facts.bindings.get(id)
    const outcome = binding ? made.change(binding) : { refused: 'not-found' as const }
    if ('refused' in outcome || !binding) {
      const why = 'refused' in outcome ? outcome.refused : 'not-found'
      left.set(why, (left.get(why) ?? 0) + 1)
      continue
    }
    touched.push(binding)
    changes.push(...outcome.changes)
  }
  const reasons = [...left].map(([refused, count]) => ({ refused, count })).sort((a, b) => b.count - a.count)
  const [first] = touched
  if (!first)
    return { refused: reasons[0]?.refused ?? 'not-found' }
  return {
    changes,
    event: {
      kind: KINDS[change.kind][touched.length === 1 ? 0 : 1],
      numberIds: [...new Set([...touched.map(({ numberId }) => numberId), ...change.kind === 'number' ? [change.numberId] : []])].sort(),
      params: {
        ...touched.length === 1 ? bindingNames(facts, first) : {},
        count: touched.length,
        ...reasons.length > 0 && { left: reasons.reduce((sum, { count }) => sum + count, 0), why: reasons.map(({ refused }) => refused).join(' ') },
        ...made.said,
      },
    },
    value: { changed: touched.length, left: reasons },
  }
}

/** Kinds of the event: of one binding, and of many. */
const KINDS: Record<BindingsChange['kind'], readonly [EventKind, EventKind]> = {
  moving: ['binding.moving', 'bindings.moving'],
  moved: ['binding.moved', 'bindings.moved'],
  verified: ['binding.verified', 'bindings.verified'],
  back: ['binding.stepped-back', 'bindings.stepped-back'],
  waived: ['binding.waived', 'bindings.waived'],
  restored: ['binding.restored', 'bindings.restored'],
  due: ['binding.edited', 'bindings.edited'],
  roles: ['binding.edited', 'bindings.edited'],
  replacement: ['binding.edited', 'bindings.edited'],
  number: ['binding.renumbered', 'bindings.renumbered'],
}

type Changer = { change: (binding: Binding) => { changes: readonly Change[] } | Refused, said?: { reason: string } }

/** What is done to one, or why it cannot be done to any: a reason that was not given, a number that is not there. */
function changer(facts: Facts, change: BindingsChange, context: Context): Changer | Refused {
  const row = (binding: Binding, fields: Partial<Binding>): { changes: readonly Change[] } | Refused => {
    const put = changed(binding, fields, context)
    return put ? { changes: [{ table: 'bindings', put }] } : { refused: 'already-so' }
  }
  const stepped = (fits: Fits, fields: (binding: Binding) => Partial<Binding>) => (binding: Binding) => refuseState(binding, ...fits) ?? row(binding, fields(binding))
  const placed = (binding: Binding, replacement: Replacement | null, fields: Partial<Binding> = {}) => {
    const checked = checkReplacement(facts, binding, replacement)
    return 'refused' in checked ? checked : row(binding, { ...fields, replacement: checked.value })
  }

  switch (change.kind) {
    case 'moving':
      return { change: stepped([['bound'], ['moving']], () => ({ state: 'moving' })) }
    case 'moved':
      return {
        change: binding => refuseState(binding, ['bound', 'moving'], ['moved', 'verified'])
          ?? notBefore(facts.numbers.get(binding.numberId)?.activatedOn, context)
          ?? placed(binding, change.replacement === undefined ? binding.replacement : change.replacement, { state: 'moved', movedOn: context.today }),
      }
    case 'verified':
      return { change: stepped([['moved'], ['verified']], () => ({ state: 'verified', verifiedOn: context.today })) }
    case 'back':
      return { change: stepped([['verified', 'moved', 'moving'], ['bound']], ({ state }) => state === 'verified' ? { state: 'moved', verifiedOn: null } : { state: 'bound', movedOn: null }) }
    case 'restored':
      return { change: stepped([['removed', 'account-closed', 'waived'], ['bound']], ({ movedOn, verifiedOn }) => ({ state: verifiedOn ? 'verified' : movedOn ? 'moved' : 'bound', waivedReason: '' })) }
    case 'waived': {
      const reason = checkReason(change.reason, context)
      if ('refused' in reason)
        return { field: 'reason', ...reason }
      return { change: stepped([['bound', 'moving', 'moved'], ['waived', 'verified']], () => ({ state: 'waived', waivedReason: reason.value })), said: { reason: reason.value } }
    }
    case 'due': {
      const day = checkDayOrNull(change.dueOn)
      if ('refused' in day)
        return { field: 'dueOn', ...day }
      return { change: (binding) => {
        const checked: Checked<Day | null> = checkDayOrNull(day.value, { from: facts.numbers.get(binding.numberId)?.activatedOn })
        return 'refused' in checked ? checked : row(binding, { dueOn: checked.value })
      } }
    }
    case 'roles':
      return { change: binding => row(binding, { roles: ROLES.filter(role => change.add.includes(role) || (binding.roles.includes(role) && !change.remove.includes(role))) }) }
    case 'replacement':
      return { change: binding => placed(binding, change.replacement) }
    case 'number':
      return renumberer(facts, change.numberId, context)
  }
}

type Fits = readonly [from: readonly Binding['state'][], done: readonly Binding['state'][]]

/** A number that is only activated on a later day was not left today. */
function notBefore(activatedOn: Day | null | undefined, { today }: Context): Refused | null {
  return activatedOn && activatedOn > today ? { refused: 'day-too-early', params: { day: activatedOn } } : null
}
