import type { print as english } from '../en/print'

/** 打印，以及只出现在纸上的话。 */
export const print = {
  print: '打印',
  failed: '没有打印出来。确认已装好打印机，再试一次。',
  nothing: '这一页没有打印版。方案和通话提纲可以打印。',
  printedOn: '打印于 {day}',
  privacy: '纸上有账号，销号后碎掉',
  phase: '已完成 {done}\u00A0项，共 {total}\u00A0项',
  due: '截止',
  dueNone: '无日期',
  tickedOn: '{day}完成',
  skipped: '已跳过：{reason}',
  snoozed: '推迟到 {day}',
  waits: '等待中',
  warnings: '留意',
  gate: { passed: '已完成', shut: '还差', unknown: '未知', skipped: '已跳过' },
  target: '计划完成日',
  loss: '可能被收回的日子',
  balance: '余额',
  bindings: '已了结的绑定',
  bindingsCount: '{done} / {total}',
  write: '当场写下',
  withRole: '对方身份',
  result: '结果',
  day: '日期和时间',
} satisfies typeof english
