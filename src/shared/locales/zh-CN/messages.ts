import type { messages as english } from '../en/messages'

/** 方案任务里发给客服的消息。消息本身的话在 `spoken.ts`。 */
export const messages = {
  title: '发给客服的消息',
  hint: '粘贴到在线客服或邮件里，方括号里的自己填。',
  language: '消息语言',
  english: 'English',
  chinese: '中文',
  copy: '复制消息',
} satisfies typeof english
