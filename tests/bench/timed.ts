import type { Facts } from '../../src/core/records/tables'

/** How long a job takes, in milliseconds. */
export function timed(job: () => unknown): number {
  const from = performance.now()
  job()
  return performance.now() - from
}

/** The yardstick of pure work over a record: what copying its bindings and accounts through JSON takes, in milliseconds. */
export function timedCopy({ bindings, accounts }: Facts): number {
  return timed(() => JSON.parse(JSON.stringify([...bindings.values(), ...accounts.values()])) as unknown)
}
