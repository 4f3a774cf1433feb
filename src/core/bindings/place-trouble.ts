import type { Plan } from '../plan/plan'
import type { PhoneNumber } from '../records/number'

/** Ways out that take the number away; a port takes it along. */
const ENDS: readonly PhoneNumber['exitRoute'][] = ['cancel', 'let-expire']

/**
 * What is wrong with a number that is to take another one's place: it is on its way out itself, or it is gone. Moving there would
 * have to be done twice. null = nothing.
 */
export function placeTrouble(number: PhoneNumber, plan: Pick<Plan, 'hasLeft' | 'route' | 'isRescue'> | undefined): 'leaving' | 'gone' | null {
  if (number.closedAt !== null || plan?.hasLeft === true || plan?.isRescue === true)
    return 'gone'
  return ENDS.includes(plan?.route ?? number.exitRoute) ? 'leaving' : null
}
