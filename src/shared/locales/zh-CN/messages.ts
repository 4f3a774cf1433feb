import type { messages as english } from '../en/messages'

/** 方案任务里发给客服的消息。消息本身的话在 `spoken.ts`。 */
export const messages = {
  title: '发给客服的消息',
  hint: '粘贴到在线客服或邮件里，方括号里的自己填。',
  fallback: '办不成时：写给客服',
  to: '发到：{to}',
  toNobody: '指南里没有收信地址，到官方帮助页找在线客服或表单。',
  language: '消息语言',
  english: 'English',
  chinese: '中文',
  copy: '复制消息',
} satisfies typeof english
