import type { Rows, TableName } from '../records/tables'
import type { SampleOptions } from '../sample/sample'
import type { Action, Change } from './action'
import { TABLES } from '../records/tables'
import { sampleFacts } from '../sample/sample'
import { refuseKnownNumber } from './checks/number-checks'

/** Puts the sample record beside what is there. Refused where it is there already, or a number of it is recorded. */
export const loadSample: Action<SampleOptions> = (facts, input, { today }) => {
  if ([...facts.numbers.values()].some(number => number.isSample))
    return { refused: 'already-so' }
  const sample = sampleFacts(today, input)
  for (const { e164 } of sample.numbers.values()) {
    const refused = refuseKnownNumber(facts, e164)
    if (refused)
      return refused
  }
  return {
    changes: TABLES.flatMap(table => [...sample[table].values()].map(put => putRow(table, put))),
    event: { kind: 'sample.loaded', numberIds: [...sample.numbers.keys()], params: { numbers: sample.numbers.size, bindings: sample.bindings.size } },
    value: undefined,
  }
}

/** Table and row come from one table of facts, which the compiler cannot follow through the loop. */
function putRow<T extends TableName>(table: T, put: Rows[T]): Change {
  return { table, put } as Change
}
