import type { Day } from '../lib/day'
import type { Money } from '../lib/money'
import type { Param } from './plan'

/** The money that a param holds; null where it holds something else, or nothing. */
export function moneyIn(param: Param | undefined): Money | null {
  return param && typeof param === 'object' && 'money' in param ? param.money : null
}

/** The day that a param holds; null where it holds something else, or nothing. */
export function dayIn(param: Param | undefined): Day | null {
  return param && typeof param === 'object' && 'day' in param ? param.day : null
}
