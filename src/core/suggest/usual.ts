import type { Category } from '../records/account'

/** A service that people often bind, and for whom: numbers of these countries (ISO 3166), readers of Chinese (`zh`); left out = anybody. */
export type Usual = { id: string, for?: readonly string[] }

const CHINESE = ['CN', 'zh']

/**
 * What people with such numbers usually have, most usual first; our judgement. Kinds that are left out are too different from person
 * to person, or too private to be asked for.
 */
export const USUAL: Partial<Record<Category, readonly Usual[]>> = {
  email: [{ id: 'google' }, { id: 'microsoft' }, { id: 'qqmail', for: CHINESE }, { id: 'netease163', for: CHINESE }, { id: 'yahoo', for: ['US', 'GB', 'HK', 'JP'] }],
  messaging: [{ id: 'whatsapp' }, { id: 'wechat', for: ['HK', ...CHINESE] }, { id: 'telegram' }, { id: 'signal' }, { id: 'line', for: ['JP', 'TH'] }, { id: 'viber', for: ['PH'] }, { id: 'qq', for: CHINESE }],
  device: [{ id: 'apple' }, { id: 'huawei', for: CHINESE }, { id: 'xiaomi', for: CHINESE }],
  payment: [
    { id: 'paypal' },
    { id: 'alipay', for: CHINESE },
    { id: 'octopus', for: ['HK'] },
    { id: 'alipayhk', for: ['HK'] },
    { id: 'cashapp', for: ['US'] },
    { id: 'venmo', for: ['US'] },
    { id: 'wise' },
    { id: 'revolut', for: ['GB', 'DE', 'BE', 'IT'] },
  ],
  bank: [
    ...['chase', 'bofa', 'capitalone', 'citi', 'wellsfargo'].map(id => ({ id, for: ['US'] })),
    ...['monzo', 'barclays', 'lloyds', 'starling'].map(id => ({ id, for: ['GB'] })),
    ...['hangseng', 'za', 'mox'].map(id => ({ id, for: ['HK'] })),
    { id: 'hsbc', for: ['HK', 'GB'] },
    ...['cmb', 'icbc', 'ccb'].map(id => ({ id, for: ['CN'] })),
    ...['dbs', 'ocbc', 'uob'].map(id => ({ id, for: ['SG'] })),
    ...['rbc', 'td'].map(id => ({ id, for: ['CA'] })),
    { id: 'n26', for: ['DE', 'IT', 'BE'] },
  ],
  government: [
    ...['logingov', 'idme', 'irs'].map(id => ({ id, for: ['US'] })),
    ...['govuk', 'hmrc', 'nhs'].map(id => ({ id, for: ['GB'] })),
    { id: 'iamsmart', for: ['HK'] },
    { id: 'singpass', for: ['SG'] },
    { id: 'mygovau', for: ['AU'] },
    { id: 'chinatax', for: ['CN'] },
  ],
  social: [{ id: 'facebook' }, { id: 'instagram' }, { id: 'x' }, { id: 'xiaohongshu', for: CHINESE }, { id: 'weibo', for: CHINESE }, { id: 'linkedin' }],
  developer: [{ id: 'openai' }, { id: 'claude' }, { id: 'github' }],
  shopping: [{ id: 'amazon' }, { id: 'taobao', for: CHINESE }, { id: 'jd', for: CHINESE }, { id: 'ebay', for: ['US', 'GB', 'DE'] }],
  travel: [{ id: 'uber' }, { id: 'grab', for: ['SG', 'TH', 'PH'] }, { id: 'didi', for: ['CN'] }, { id: 'airbnb' }],
}

/** In which order missing kinds are asked for; where money or an office hangs on the number, the e-mail comes before the rest. */
export const ORDER: readonly Category[] = ['messaging', 'email', 'device', 'payment', 'bank', 'government', 'social', 'developer', 'shopping', 'travel']

/** Kinds whose accounts an e-mail account usually guards. */
export const GUARDED_BY_EMAIL: readonly Category[] = ['bank', 'payment', 'broker', 'crypto', 'government', 'work']
