import type { putOff as English } from '../en/put-off'

export const putOff = {
  section: '已推迟',
  until: '推迟到 {day}',
  untilFor: '推迟到 {day}：{reason}',
  add: '补充理由……',
  change: '修改理由……',
  title: '为什么推迟？',
  about: '{task}，推迟到 {day}',
  reason: '理由',
  example: '营业厅周四才开门',
  wake: '取消推迟',
  why: '为什么在这里？',
  whyShort: '为什么？',
  hideWhy: '收起原因',
  whyPhase: '它在“{number}”的方案里，属于“{phase}”这一步。',
  whyWaits: '还要等：{what}。',
  whyPutOff: '你把它推迟到 {day}。',
  whyPutOffFor: '你把它推迟到 {day}：{reason}',
  rowMenu: '“{task}”的更多操作',
} satisfies typeof English
