/** The message to support that a task of the plan offers. Its own words stand in `spoken.ts`. */
export const messages = {
  title: 'Message to support',
  hint: 'Paste it into their chat or an e-mail, and fill in what stands in brackets.',
  fallback: 'If that does not work: a message to support',
  to: 'It goes to {to}',
  toNobody: 'The guide names no address for it. Look for a chat or a form on their help pages.',
  language: 'Language of the message',
  english: 'English',
  chinese: '中文',
  copy: 'Copy the message',
}
