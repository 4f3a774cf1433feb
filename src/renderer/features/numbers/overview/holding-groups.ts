import type { Category } from '../../../../core/records/account'

/** Categories as the page of a number groups them, in the order of what hurts most to lose. */
export const HOLDING_GROUPS = ['money', 'email', 'messages', 'shops', 'work', 'public', 'devices', 'other'] as const
export type HoldingGroup = typeof HOLDING_GROUPS[number]

const GROUP_OF = {
  bank: 'money',
  payment: 'money',
  broker: 'money',
  crypto: 'money',
  email: 'email',
  messaging: 'messages',
  social: 'messages',
  dating: 'messages',
  shopping: 'shops',
  travel: 'shops',
  gaming: 'shops',
  work: 'work',
  developer: 'work',
  government: 'public',
  health: 'public',
  telecom: 'devices',
  device: 'devices',
  other: 'other',
} as const satisfies Record<Category, HoldingGroup>

export function holdingGroup(category: Category): HoldingGroup {
  return GROUP_OF[category]
}
