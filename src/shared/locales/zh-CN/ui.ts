import type { ui as English } from '../en/ui'
import { secrets } from './secrets'

export const ui = {
  close: '关闭',
  gates: {
    passed: '已通过',
    shut: '未通过',
    unknown: '未知',
    skipped: '已跳过',
    late: '逾期',
    soon: '将到期',
  },
  usedFor: '用途：{roles}',
  notUsedFor: '未记用途',
  ring: '共 {total}\u00A0个，还剩 {left}\u00A0个',
  ringDone: '{total}\u00A0个全部了结',
  ringEmpty: '还没有绑定',
  ofLeft: '未了结，共 {total}',
  skipped: '已跳过',
  waiting: '要等另一项先完成',
  optional: '选填',
  noMatch: '没有找到“{text}”',
  useText: '使用“{text}”',
  openCalendar: '从日历选择',
  calendar: {
    nextMonth: '下个月',
    nextYear: '下一年',
    prevMonth: '上个月',
    prevYear: '上一年',
  },
  noData: '没有内容',
  dayUnfinished: '日期不完整。请填完，或清除它。',
  dayParts: { day: '日', month: '月', year: '年', empty: '空' },
  daySigns: { day: '日', month: '月', year: '年' },
  clearDay: '清除日期',
  secrets,
} satisfies typeof English
