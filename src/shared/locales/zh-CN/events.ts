import type { events as English } from '../en/events'

export const events = {
  number: {
    'added': '添加了 {number}',
    'edited': '修改了 {number} 的资料',
    'removed': '移除了 {number}',
    'status-set': '把 {number} 的状态设为“{status}”',
    'lost': '记下 {number} 已丢失',
    'closed': '{number} 已了结归档',
    'reopened': '重新打开了 {number}',
  },
  binding: {
    'logged': '在 {number} 上记下 {service}',
    'edited': '修改了 {service} 的绑定',
    'removed': '从 {number} 移除了 {service}',
    'moving': '{service} 开始换绑，准备不再用 {number}',
    'moved': '{service} 已换绑，不再用 {number}',
    'verified': '{service} 已验证',
    'stepped-back': '把 {service} 退回一步',
    'waived': '{service}：决定不换绑',
    'restored': '重新处理 {service}',
  },
  account: {
    'closed': '记下 {service} 账号已注销',
    'guards-set': '修改了守护 {service} 的账号',
  },
  task: {
    ticked: '已勾选“{task}”',
    unticked: '取消勾选“{task}”',
    skipped: '跳过了“{task}”',
    snoozed: '把“{task}”推迟到 {until}',
    woken: '已取消推迟：“{task}”',
    failed: '发现问题，接下来要做：“{task}”',
    noted: '在“{task}”上记了一笔',
  },
  gate: {
    'overridden': '强制开放了 {number} 的关卡',
    'override-withdrawn': '重新关上 {number} 的关卡',
  },
  ledger: {
    added: '记了一笔 {amount}',
    edited: '修改了 {amount} 这笔账',
    removed: '移除了 {amount} 这笔账',
  },
  balance: {
    noted: '记下余额 {amount}',
  },
  claim: {
    'asked': '申请退回 {amount}',
    'refused': '记下 {amount} 不退',
    'followed-up': '再次催退 {amount}',
    'state-set': '退款 {amount}：{state}',
  },
  contact: {
    logged: '已记录一次联系：{contact}',
    ticked: '记下联系并勾选“{task}”',
    chased: '记下联系并再次催退 {amount}',
    refused: '记下联系：{amount} 不退',
  },
  file: {
    attached: '添加了附件“{name}”',
    removed: '移除了附件“{name}”',
  },
  guide: {
    saved: '保存了你的 {name} 指南',
    adopted: '采用了文件里的 {name} 指南',
    removed: '移除了你的 {name} 指南',
  },
  service: {
    saved: '保存了你的条目：{service}',
    adopted: '采用了文件里的条目：{service}',
    removed: '移除了你的条目：{service}',
  },
  suggestion: {
    dismissed: '{number} 不再建议：{what}',
  },
  settings: {
    changed: '修改了设置',
  },
  record: {
    replaced: '恢复了 {when} 的记录',
    merged: '并入了 {when} 的记录',
  },
  sample: {
    loaded: '加入了示例数据',
    removed: '清除了示例数据',
  },
  writtenOff: '放弃 {amount}，不再追',
  someTask: '一项任务',
  someService: '一个账号',
  someNumber: '一个号码',
} satisfies typeof English
