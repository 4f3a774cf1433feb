import type { Category, Importance } from '../records/account'
import type { Role } from '../records/binding'

/**
 * The words of the quick line, in both languages at once: whoever reads Chinese types `2fa` all the same.
 * Of each list the first English and the first Chinese word are those that a line is written with.
 */
type Words<Key extends string> = Record<Key, { readonly en: readonly string[], readonly zh: readonly string[] }>

export const ROLE_WORDS: Words<Role> = {
  'login-id': { en: ['login', 'log-in', 'signin', 'sign-in', 'sign-in name'], zh: ['登录', '登陆', '登入', '登录名'] },
  'sms-2fa': { en: ['2fa', 'sms', 'code', 'codes', 'otp', 'mfa', 'text codes'], zh: ['验证码', '短信', '短信验证码', '短信验证', '两步验证', '二次验证'] },
  'recovery': { en: ['recovery', 'recover', 'reset'], zh: ['找回', '恢复', '找回密码', '找回账号', '重置'] },
  'contact': { en: ['contact', 'notify', 'alerts'], zh: ['联系', '通知', '联系方式'] },
  'verification-only': { en: ['once', 'verify', 'signup', 'sign-up', 'asked once at sign-up'], zh: ['注册', '仅注册', '仅注册时验证', '一次'] },
}

export const IMPORTANCE_WORDS: Words<Importance> = {
  critical: { en: ['critical', 'crit'], zh: ['关键', '极高'] },
  high: { en: ['high'], zh: ['高', '重要'] },
  medium: { en: ['medium', 'med'], zh: ['中', '一般'] },
  low: { en: ['low'], zh: ['低', '次要'] },
}

export const CATEGORY_WORDS: Words<Category> = {
  bank: { en: ['bank'], zh: ['银行'] },
  payment: { en: ['payment'], zh: ['支付'] },
  broker: { en: ['broker'], zh: ['券商'] },
  crypto: { en: ['crypto'], zh: ['加密货币'] },
  email: { en: ['email'], zh: ['邮箱'] },
  messaging: { en: ['messaging'], zh: ['通讯'] },
  social: { en: ['social'], zh: ['社交'] },
  shopping: { en: ['shopping'], zh: ['购物'] },
  work: { en: ['work'], zh: ['工作'] },
  developer: { en: ['developer'], zh: ['开发'] },
  travel: { en: ['travel'], zh: ['出行'] },
  government: { en: ['government'], zh: ['政务'] },
  health: { en: ['health'], zh: ['医疗'] },
  gaming: { en: ['gaming'], zh: ['游戏'] },
  dating: { en: ['dating'], zh: ['交友'] },
  telecom: { en: ['telecom'], zh: ['通信'] },
  device: { en: ['device'], zh: ['设备'] },
  other: { en: ['other'], zh: ['其他'] },
}

/** Words that announce a due day. */
export const DUE_WORDS: readonly string[] = ['by', 'due', 'before', 'until', '截止', '期限']

/** What stands before a note: everything behind it is kept as it is. In `///` a line break is written `\n`. */
export const NOTE_MARK = '//'
export const ESCAPED_NOTE_MARK = '///'

/** What a column of a pasted table is for, by its head. */
export const COLUMN_WORDS: Words<'service' | 'login' | 'number' | 'roles' | 'importance' | 'due' | 'notes'> = {
  service: { en: ['service', 'site', 'app', 'website', 'platform', 'name'], zh: ['服务', '网站', '应用', '平台', '名称'] },
  login: { en: ['account', 'login', 'email', 'e-mail', 'username', 'user'], zh: ['账户', '账号', '帐号', '用户名', '邮箱', '登录名'] },
  number: { en: ['number', 'phone', 'phone number', 'line'], zh: ['号码', '手机号', '手机', '电话', '绑定号码'] },
  roles: { en: ['used for', 'use', 'roles', 'role'], zh: ['用途'] },
  importance: { en: ['importance', 'priority'], zh: ['重要程度', '重要性', '重要度'] },
  due: { en: ['due', 'due day', 'deadline', 'by'], zh: ['截止', '期限', '截止日', '截止日期'] },
  notes: { en: ['notes', 'note', 'comment'], zh: ['备注', '说明', '笔记'] },
}

/** Looks a word up; case, width and the script's form do not count. */
export function lookUp<Key extends string>(words: Words<Key>): (word: string) => Key | undefined {
  const keys = new Map<string, Key>()
  for (const [key, { en, zh }] of Object.entries(words) as [Key, Words<Key>[Key]][]) {
    for (const word of [...en, ...zh])
      keys.set(word, key)
  }
  return word => keys.get(word.normalize('NFKC').trim().toLowerCase())
}
