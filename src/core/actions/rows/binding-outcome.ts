import type { Binding, BindingState } from '../../records/binding'
import type { Facts } from '../../records/tables'
import type { Context, Outcome, Refused } from '../action'
import type { EventKind } from '../event-kinds'
import { bindingNames } from './names'
import { changed } from './stamp'

/** One binding changed, as the outcome of an action; `said` is what else the timeline tells of it. */
export function bindingOutcome(facts: Facts, binding: Binding, fields: Partial<Binding>, kind: EventKind, context: Context, said: { reason?: string } = {}): Outcome {
  const put = changed(binding, fields, context)
  if (!put)
    return { refused: 'already-so' }
  return {
    changes: [{ table: 'bindings', put }],
    event: { kind, numberIds: [binding.numberId], params: { ...bindingNames(facts, binding), from: binding.state, to: put.state, ...said } },
    value: undefined,
  }
}

/** Refuses where the binding stands in none of the states from which this can be done; `done` are those where it already is. */
export function refuseState(binding: Binding, from: readonly BindingState[], done: readonly BindingState[] = []): Refused | null {
  if (done.includes(binding.state))
    return { refused: 'already-so' }
  return from.includes(binding.state) ? null : { refused: 'wrong-state', params: { state: binding.state } }
}
