import type { Knowledge } from '../../../../../src/core/actions/rows/plan-of'
import type { Binding } from '../../../../../src/core/records/binding'
import type { ExitRoute } from '../../../../../src/core/records/number'
import type { Facts } from '../../../../../src/core/records/tables'

/**
 * What still speaks against leaving a number, read from the bare rows without any of the plan's own code:
 * a second opinion for the fuzzer. Empty = nothing does.
 */
export function against(facts: Facts, numberId: string, route: ExitRoute, catalog: Knowledge): string[] {
  const number = facts.numbers.get(numberId)!
  const mine = <Row extends { numberId: string }>(rows: ReadonlyMap<string, Row>): Row[] => [...rows.values()].filter(row => row.numberId === numberId)
  const ticks = new Map(mine(facts.ticks).map(tick => [tick.taskKey, tick]))
  const isTicked = (key: string): boolean => ticks.get(key)?.state === 'done'
  const isSaid = (key: string): boolean => isTicked(key) || (ticks.get(key)?.state === 'skipped' && ticks.get(key)?.note !== '')
  const book = number.provider?.kind === 'catalog' ? catalog.provider(number.provider.id) : undefined
  const found: string[] = []

  if (route !== 'port-out') {
    if (mine(facts.bindings).some(binding => !isSettledByItself(facts, binding, catalog)))
      found.push('unsettled binding')
    if (!isTicked('prepare:list-bindings'))
      found.push('nobody said that these are all bindings')
  }
  if (!isSaid('back-up:provider-data') || !isSaid('back-up:record'))
    found.push('not backed up')

  const entries = mine(facts.ledgerEntries)
  if (entries.length === 0 && !isTicked('pre-flight:balance'))
    found.push('balance unknown')
  for (const currency of new Set(entries.map(entry => entry.amount.currency))) {
    const sum = entries.filter(entry => entry.amount.currency === currency).reduce((total, entry) => total + entry.amount.amountMinor, 0)
    const claimed = mine(facts.refundClaims).filter(claim => claim.amount.currency === currency && claim.state !== 'refused').reduce((total, claim) => total + claim.amount.amountMinor, 0)
    if (sum < 0)
      found.push(`debt in ${currency}`)
    if (sum > claimed)
      found.push(`${currency} left behind`)
  }
  if (route === 'cancel' && number.lineStatus !== 'active' && number.lineStatus !== 'provider-retired')
    found.push(`line is ${number.lineStatus}`)
  if (route === 'let-expire' && number.lineStatus === 'porting')
    found.push('mid-port')
  if (route === 'cancel' && number.recurringCost?.isAutoRenewed !== false && !isTicked('pre-flight:renewal'))
    found.push('may renew')
  const needs = (book?.preconditions ?? []).filter(need => !['account-active', 'no-arrears', 'port-before-cancel', 'port-lock-off'].includes(need))
  if (route === 'cancel' && number.lineStatus !== 'provider-retired' && needs.some(need => !isSaid(`pre-flight:need:${need}`)))
    found.push('a need not met')
  return found
}

/** DESIGN's rule: ended, or moved; high and critical ones only when the new way was tried. */
function isSettledByItself(facts: Facts, { state, accountId }: Binding, catalog: Knowledge): boolean {
  if (['candidate', 'dismissed', 'verified', 'removed', 'account-closed', 'waived'].includes(state))
    return true
  const account = facts.accounts.get(accountId)
  const service = account?.service.kind === 'catalog' ? catalog.service(account.service.id) : undefined
  const importance = account?.importance ?? service?.lossRisk ?? 'unknown'
  return state === 'moved' && (importance === 'medium' || importance === 'low' || (importance === 'unknown' && account?.service.kind === 'own' && ['other', 'social'].includes(account.service.category)))
}
