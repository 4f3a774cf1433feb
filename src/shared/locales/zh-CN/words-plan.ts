import type { DeadlineKind, GateKey, ReasonCode, WarningCode } from '../../../core/plan/codes'
import type { Gate, Stake } from '../../../core/plan/plan'

/** 这一项为什么在这里。 */
export const reasons = {
  'guide-checked': '来自 {provider} 的指南，核对于 {day}。',
  'guide-stale': '{provider} 的指南核对于 {day}，已超过一年，用前先看一眼是否有变。',
  'guide-unverified': '我们对 {provider} 的记录没有来源支持，先问清再照做。',
  'provider-unknown': '目录里没有 {provider} 的指南。先问清怎么退出、余额怎么办。',
  'lost-unless-used': '{day}之后还没用过，{provider} 就可能收回号码。',
  'lost-unless-paid': '{day}前不交 {cost} 就会停机，钱包里有 {balance}。',
  'may-be-lost-since': '号码从 {day}起可能已被收回。',
  'target-later': '目标日比线路能维持的日子晚：{day}。',
  'target-passed': '目标日 {day}已经过了。',
  'no-target': '还没有目标日。定下之后，每一项都会有自己的日期。',
  'gone-after-cancelling': '没保存的内容会随线路一起消失。',
  'nothing-logged': '这个号码还没记过绑定。没列出来的，到时就来不及了。',
  'may-be-forgotten': '已记 {count} 个。漏掉的那个账号，最容易把人锁在门外。',
  'provider-gave-up': '{provider} 已停办这类号码，随时可能停掉。',
  'guards-accounts': '{service} 能重置 {accounts}，验证成功前先不动。',
  'after-guards': '{accounts} 能重置这个账号，所以先做。',
  'in-guard-ring': '{accounts} 互相能重置，最好一次做完，先后由我们排定。',
  'needs-old-number': '更换时要用旧号码收验证码，趁线路还在就换。',
  'may-need-old-number': '更换时可能要用旧号码收验证码，趁线路还在就换。',
  'works-without-old': '不靠旧号码也能更换，可以排在离不开旧号码的后面。',
  'cooldown': '更换后 {days} 天内，部分功能可能受限。',
  'cooldown-runs': '{day}更换，{days} 天内可能受限，也可能还要旧号码的验证码，先别销号。',
  'store-charges': '{provider} 有 App。如果是在应用商店订阅的，账户注销后还会继续扣费。',
  'devices-linked': 'App、话机和呼叫转移不一定会自动解除。',
  'pac-by-text': '一分钟内会收到转网码，{days} 天内有效。',
  'pac-until': '你的转网码有效期到 {day}。',
  'stac-instead': '要换到另一家英国运营商用新号码？发短信 STAC 到 {code}，把收到的码交给对方，这条线路会自动停掉。',
  'refund-to-card': '退款一般原路退回，卡过期了就会卡住。',
  'not-verified': '{day}已换绑，还没用新方式登录过。',
  'importance': '重要程度：{importance}。',
  'own-due-day': '这是你定的日期：{day}。',
  'before-line-ends': '从 {day}往回推算：{why}。',
  'old-number-gone': '旧号码已经收不到任何东西。',
  'line-status': '线路状态：{status}。',
  'debt': '欠费 {money}。',
  'balance-left': '线路上还有 {money}。',
  'refundable': '指南说 {provider} 会退回全部或部分余额。',
  'not-refundable': '指南说 {provider} 不退余额。',
  'refund-unknown': '{provider} 是否退余额：未知。',
  'balance-unknown': '还没记过余额。是零也请记一笔。',
  'renews-itself': '会自动续费 {cost}。',
  'renewal-unknown': '是否自动续费：未知。',
  'guide-asks': '{provider} 的指南要求先做这一项。',
  'cancel-kills-port': '先销号会让转网作废，让转网自己了结旧线路。',
  'too-late-to-port': '销号之后再想带走号码，可能就来不及了。',
  'receives-until': '按现有记录，它能收短信到 {day}。之后号码和剩下的钱都会没了。',
  'gates-shut': '还差 {count} 个条件。',
  'asked-on': '{day}已申请退回 {money}。',
  'expected-by': '本应在 {day}前到账。',
  'no-day-named': '{provider} 没说哪天到账。',
  'last-asked': '上次催是 {day}。',
  'left-on': '{day}离开了这条线路。',
  'rests': '这里的号码大约冷却 {days} 天，之后才可能给别人用。',
  'rests-months': '这里的号码大约冷却 {months} 个月，之后才可能给别人用。',
  'rest-unknown': '这里的号码要冷却多久：未知，可以问服务商。',
  'try-logins': '没试过的登录，往往到要用那天才发现进不去。',
  'forgotten-show': '哪个服务说“验证码已发到旧号码”，就是漏掉的账号。',
  'grace': '{provider} 的指南写的是 {days} 天，这段时间号码冷却或可找回。',
  'refused-on': '{day}被拒绝过（{channel}）。再问一次，换个人可能就行；请对方说明依据，并书面答复。',
  'promised-on': '{day}对方答应从 {from} 起停。真的停了再勾选。',
  'call-back-agreed': '约好了回电，受理编号 {reference}。',
  'overridden': '你强行开放了关卡：{reason}',
} satisfies Record<ReasonCode, string>

/** 不处理就会出的事。 */
export const warnings = {
  'target-after-loss': '目标日比号码可能被收回的日子晚 {days} 天。{by}前用一次号码，可再留 {buys} 天。',
  'target-passed': '目标日 {day}已经过了，重新定一个。',
  'may-be-lost': '号码从 {day}起可能已被收回（{why}），先确认还能收短信。',
  'too-little-time': '还有 {count} 个绑定，线路只到 {day}。{by}前用一次号码，可再留 {buys} 天。',
  'cooldown-past-end': '{accounts}：更换后要受限 {days} 天，比线路能维持的日子（{day}）还长。今天就换，能延长就把线路留久一点。',
  'changed-lately': '{accounts}：更换还不到 {days} 天。结束线路前，先看它的说明，旧号码可能还会用到。',
  'renewal-not-covered': '{day}扣 {cost}，钱包只剩 {balance}。',
  'guard-ring': '{accounts} 互相能重置，最好一次做完。',
  'provider-retired': '{provider} 已停办这项服务，能存的尽快存。',
  'line-gone': '线路已经没了，还有 {count} 个绑定挂在上面。',
  'overridden': '你强行开放了关卡：{reason}',
  'route-not-in-guide': '{provider} 的指南没有提到这种退出方式：{route}。',
} satisfies Record<WarningCode, string>

/** 缺了某一样时的说法，以最先缺的为准。 */
export const without = {
  task: {
    'keep-alive': { by: '用一次这个号码' },
    'top-up': { cost: '给线路充值', day: '充值：要扣 {cost}', balance: '充值：{day}扣 {cost}' },
    'pay-debt': { money: '还清欠款' },
    'ask-refund': { money: '向 {provider} 申请退回余额' },
    'use-up-balance': { money: '用完余额，或认下这笔损失' },
    'ask-refund-rule': { money: '问 {provider} 余额能不能退' },
    'get-pac': { code: '取得转网码' },
    'refund-arrived': { money: '确认退款已到账' },
    'chase-refund': { money: '再次催 {provider} 退款' },
  },
  reason: {
    'lost-unless-paid': { cost: '{day}前不交费就会停机。', balance: '{day}前不交 {cost} 就会停机。' },
    'guards-accounts': { accounts: '{service} 能重置别的账号，验证成功前它们先不动。' },
    'renews-itself': { cost: '会自动续费。' },
    'call-back-agreed': { reference: '约好了回电。' },
    'promised-on': { from: '{day}对方答应停掉线路。真的停了再勾选。' },
    'pac-by-text': { days: '一分钟内会收到转网码。' },
  },
  warning: {
    'target-after-loss': { by: '目标日比号码可能被收回的日子晚 {days} 天，把目标日提前。' },
    'too-little-time': { by: '还有 {count} 个绑定，线路只到 {day}，从列表第一项做起。' },
    'renewal-not-covered': { cost: '{day}自动续费，余额不够。', balance: '{day}扣 {cost}，还没记过余额。' },
    'may-be-lost': { day: '号码可能已被收回，先确认还能收短信。' },
  },
  gate: {
    'no-debt': { money: '有欠费' },
    'balance-settled': { money: '余额还没申请退回' },
  },
}

/** 最后一步之前的条件，现状如何。 */
export const gates = {
  'backed-up': { passed: '已备份', shut: '还有 {count} 项没备份', unknown: '备份：未知', skipped: '跳过备份' },
  'bindings-settled': { passed: '绑定全部处理完', shut: '{count} 个绑定未了结', unknown: '还没确认有没有别的账号', skipped: '跳过绑定' },
  'cooldowns-over': { passed: '没有服务还在限制期', shut: '{count} 个服务还在限制期', unknown: '限制期：未知', skipped: '不等限制期' },
  'login-works': { passed: '能登录', shut: '还没确认能登录', unknown: '登录：未知', skipped: '跳过登录' },
  'line-active': { passed: '线路正常', shut: '线路{status}', unknown: '线路状态：未知', skipped: '跳过线路状态' },
  'port-done': { passed: '转网已完成', shut: '转网未完成', unknown: '转网：未知', skipped: '跳过转网' },
  'no-debt': { passed: '没有欠费', shut: '欠费 {money}', unknown: '欠费：未知', skipped: '跳过欠费' },
  'balance-known': { passed: '余额已知', shut: '余额还没记', unknown: '余额：未知', skipped: '跳过余额' },
  'balance-settled': { passed: '余额已处理，或已申请退回', shut: '{money} 还没申请退回', unknown: '退款：未知', skipped: '余额已放弃' },
  'auto-renew-off': { passed: '自动续费已关', shut: '自动续费还开着', unknown: '自动续费：未知', skipped: '跳过自动续费' },
  'papers-ready': { passed: 'PIN 和证件已备好', shut: '{count} 样东西还没备好', unknown: '要备什么：未知', skipped: '跳过备件' },
  'not-porting': { passed: '不携号转出', shut: '还没决定放弃号码', unknown: '转出：未知', skipped: '跳过转出' },
} satisfies Record<GateKey, Record<Gate['state'], string>>

/** 一个动词，带到能开这道关的地方。 */
export const gateVerbs = {
  'backed-up': '去备份',
  'bindings-settled': '查看',
  'cooldowns-over': '查看',
  'login-works': '去确认',
  'line-active': '去核对',
  'port-done': '去办完',
  'no-debt': '去还清',
  'balance-known': '去记下',
  'balance-settled': '去申请',
  'auto-renew-off': '去核对',
  'papers-ready': '查看',
  'not-porting': '去决定',
} satisfies Record<GateKey, string>

/** 重要的日子，列表里的说法。 */
export const deadlines = {
  'paid-through': '不充值就停机',
  'inactivity': '号码可能被收回',
  'target': '目标：{route}',
  'keep-alive': '用一次号码',
  'refund-expected': '退款应到账',
  'call-back': '回电话',
  'cooldown-over': '{account} 解除限制',
  'code-expires': '转网码失效',
  'aging-over': '号码可能归别人',
} satisfies Record<DeadlineKind, string>

/** 每一笔钱会怎样。 */
export const stakes = {
  'refundable': '{money} 可向 {provider} 申请退回',
  'not-refundable': '{money} 在 {provider}：不能退',
  'unknown': '{money} 在 {provider}：能否退款未知',
  'asked': '已向 {provider} 申请退回 {money}',
  'asked-by': '已向 {provider} 申请退回 {money}，应在 {day}前到账',
  'asked-late': '已向 {provider} 申请退回 {money}，逾期 {days} 天',
} satisfies Record<Stake['fate'] | 'asked-by' | 'asked-late', string>
