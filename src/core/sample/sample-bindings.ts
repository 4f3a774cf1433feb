import type { Account, Category } from '../records/account'
import type { BindingState, Replacement, Role } from '../records/binding'

/** One line of the sample: an account on a number. Days count from today. */
export type SampleBinding = {
  number: 'bankCodes' | 'payGo' | 'london'
  service: string
  /** Name and category where the catalogue does not have it. */
  name: string
  category: Category
  login: string
  roles: readonly Role[]
  state: BindingState
  dueIn?: number
  movedAgo?: number
  verifiedAgo?: number
  replacement?: Exclude<Replacement, { kind: 'binding' }>['kind']
  secondFactors?: Account['secondFactors']
  guardedByGmail?: boolean
}

const MEI = 'mei@example.com'
const SIGN_IN: readonly Role[] = ['login-id', 'sms-2fa']
const CODES: readonly Role[] = ['sms-2fa', 'recovery']
const ALL_WAYS: readonly Role[] = ['login-id', 'sms-2fa', 'recovery']
const BANK: readonly Role[] = ['sms-2fa', 'recovery', 'contact']

const bankCodes = { number: 'bankCodes' } as const
const payGo = { number: 'payGo' } as const
const london = { number: 'london' } as const
const bound = { state: 'bound' } as const
const verified = { state: 'verified', replacement: 'authenticator' } as const

/** 28 bindings: 14, 9 and 5; nine and six of them not settled, three moved but not verified. */
export const sampleBindings: readonly SampleBinding[] = [
  { ...bankCodes, service: 'google', name: 'Gmail', category: 'email', login: MEI, roles: CODES, state: 'moved', movedAgo: 7, replacement: 'authenticator', secondFactors: ['authenticator'], dueIn: -3 },
  { ...bankCodes, service: 'paypal', name: 'PayPal', category: 'payment', login: MEI, roles: ALL_WAYS, state: 'moved', movedAgo: 4, replacement: 'other-number', dueIn: 1 },
  { ...bankCodes, ...bound, service: 'chase', name: 'Chase', category: 'bank', login: MEI, roles: BANK, dueIn: 2, guardedByGmail: true },
  { ...bankCodes, ...bound, service: 'telegram', name: 'Telegram', category: 'messaging', login: '@mei', roles: SIGN_IN, dueIn: 6 },
  { ...bankCodes, ...bound, service: 'amazon', name: 'Amazon', category: 'shopping', login: MEI, roles: ALL_WAYS, dueIn: 7, guardedByGmail: true },
  { ...bankCodes, service: 'github', name: 'GitHub', category: 'developer', login: 'meiwrites', roles: ['sms-2fa'], state: 'moving', replacement: 'passkey', dueIn: 8 },
  { ...bankCodes, ...bound, service: 'coinbase', name: 'Coinbase', category: 'crypto', login: MEI, roles: CODES, dueIn: 9, guardedByGmail: true },
  { ...bankCodes, ...bound, service: 'discord', name: 'Discord', category: 'messaging', login: 'mei', roles: ALL_WAYS, dueIn: 11 },
  { ...bankCodes, ...bound, service: 'wise', name: 'Wise', category: 'payment', login: MEI, roles: CODES, dueIn: 12, guardedByGmail: true },
  { ...bankCodes, ...verified, service: 'apple', name: 'Apple Account', category: 'device', login: MEI, roles: ALL_WAYS, movedAgo: 20, verifiedAgo: 19, replacement: 'other-number' },
  { ...bankCodes, ...verified, service: 'signal', name: 'Signal', category: 'messaging', login: 'mei.23', roles: ['login-id'], movedAgo: 18, verifiedAgo: 18, replacement: 'other-number' },
  { ...bankCodes, ...verified, service: 'airbnb', name: 'Airbnb', category: 'travel', login: MEI, roles: ['sms-2fa', 'contact'], movedAgo: 16, verifiedAgo: 12 },
  { ...bankCodes, ...verified, service: 'uber', name: 'Uber', category: 'travel', login: MEI, roles: SIGN_IN, movedAgo: 16, verifiedAgo: 9, replacement: 'other-number' },
  { ...bankCodes, ...verified, service: 'stripe', name: 'Stripe', category: 'payment', login: MEI, roles: ['sms-2fa'], movedAgo: 12, verifiedAgo: 10 },

  { ...payGo, ...bound, service: 'whatsapp', name: 'WhatsApp', category: 'messaging', login: '+1 646-555-0187', roles: SIGN_IN, dueIn: 3 },
  { ...payGo, ...bound, service: 'schwab', name: 'Charles Schwab', category: 'broker', login: 'mei.tan', roles: BANK, dueIn: 10 },
  { ...payGo, service: 'google', name: 'Gmail', category: 'email', login: 'mei.second@example.com', roles: CODES, state: 'moved', movedAgo: 2, replacement: 'passkey', secondFactors: ['passkey'], dueIn: 9 },
  { ...payGo, ...bound, service: 'linkedin', name: 'LinkedIn', category: 'social', login: MEI, roles: ['recovery'], dueIn: 13 },
  { ...payGo, ...bound, service: 'walmart', name: 'Walmart', category: 'shopping', login: MEI, roles: ['sms-2fa', 'contact'], dueIn: 16 },
  { ...payGo, ...bound, service: 'lyft', name: 'Lyft', category: 'travel', login: '+1 646-555-0187', roles: SIGN_IN, dueIn: 14 },
  { ...payGo, service: 'steam', name: 'Steam', category: 'gaming', login: 'mei_plays', roles: CODES, state: 'waived' },
  { ...payGo, ...verified, service: 'instagram', name: 'Instagram', category: 'social', login: 'mei.draws', roles: CODES, movedAgo: 9, verifiedAgo: 8 },
  { ...payGo, ...verified, service: 'doordash', name: 'DoorDash', category: 'travel', login: MEI, roles: SIGN_IN, movedAgo: 6, verifiedAgo: 6, replacement: 'other-number' },

  { ...london, service: 'netflix', name: 'Netflix', category: 'other', login: MEI, roles: ['login-id', 'recovery', 'contact'], state: 'account-closed' },
  { ...london, ...verified, service: 'revolut', name: 'Revolut', category: 'payment', login: MEI, roles: ALL_WAYS, movedAgo: 40, verifiedAgo: 38, replacement: 'other-number' },
  { ...london, ...verified, service: 'monzo', name: 'Monzo', category: 'bank', login: MEI, roles: BANK, movedAgo: 36, verifiedAgo: 34, replacement: 'other-number' },
  { ...london, ...verified, service: 'booking', name: 'Booking.com', category: 'travel', login: MEI, roles: ['contact'], movedAgo: 34, verifiedAgo: 30, replacement: 'email' },
  { ...london, ...verified, service: 'x', name: 'X', category: 'social', login: '@meiwrites', roles: CODES, movedAgo: 33, verifiedAgo: 33 },
]
