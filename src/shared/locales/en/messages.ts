/** The message to support that a task of the plan offers. Its own words stand in `spoken.ts`. */
export const messages = {
  title: 'Message to support',
  hint: 'Paste it into their chat or an e-mail, and fill in what stands in brackets.',
  language: 'Language of the message',
  english: 'English',
  chinese: '中文',
  copy: 'Copy the message',
}
