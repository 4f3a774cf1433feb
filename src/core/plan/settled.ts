import type { Account, Category, Importance } from '../records/account'
import type { Binding, BindingState } from '../records/binding'
import type { PlanService } from './knowledge'

/** What is lost with an account of a service that the catalogue does not know, by its category. Our judgement, after the catalogue's own spread. */
const BY_CATEGORY: Record<Category, Importance> = {
  bank: 'critical',
  broker: 'critical',
  crypto: 'critical',
  email: 'critical',
  government: 'critical',
  payment: 'high',
  messaging: 'high',
  health: 'high',
  work: 'high',
  telecom: 'high',
  device: 'high',
  developer: 'medium',
  social: 'medium',
  shopping: 'medium',
  travel: 'medium',
  gaming: 'medium',
  dating: 'medium',
  other: 'medium',
}

/** What is lost if the account is lost: the user's word, else the catalogue's, else the category's. An entry that went missing counts as high. */
export function importanceOf(account: Pick<Account, 'importance' | 'service'>, service: Pick<PlanService, 'lossRisk'> | undefined): Importance {
  if (account.importance)
    return account.importance
  if (service)
    return service.lossRisk
  return account.service.kind === 'own' ? BY_CATEGORY[account.service.category] : 'high'
}

/** High and critical bindings are settled only when the new way was tried. */
export function needsVerifying(importance: Importance): boolean {
  return importance === 'critical' || importance === 'high'
}

/** A binding that counts: not a mere suggestion, and not dismissed. */
export function isCounted(binding: Pick<Binding, 'state'>): boolean {
  return binding.state !== 'candidate' && binding.state !== 'dismissed'
}

/** A binding that no longer holds the number back. */
export function isSettled(binding: Pick<Binding, 'state'>, importance: Importance): boolean {
  return ENDS.has(binding.state) || (binding.state === 'moved' && !needsVerifying(importance))
}
const ENDS: ReadonlySet<BindingState> = new Set<BindingState>(['verified', 'removed', 'account-closed', 'waived'])
