import type { DeadlineKind, GateKey, ReasonCode, WarningCode } from '../../../core/plan/codes'
import type { Gate, Stake } from '../../../core/plan/plan'

/** Why a task is there. */
export const reasons = {
  'guide-checked': 'From the guide to {provider}, checked {day}.',
  'guide-stale': 'The guide to {provider} was checked on {day}, more than a year ago. Look before you rely on it.',
  'guide-unverified': 'No source stands behind our notes on {provider}. Ask before you rely on them.',
  'provider-unknown': 'We have no guide to {provider}. Ask how to leave, and what happens to the balance.',
  'lost-unless-used': '{provider} may take the number back after {day}, unless it is used.',
  'lost-unless-paid': 'It stops on {day} unless {cost} is paid. The wallet has {balance}.',
  'may-be-lost-since': 'The number may be lost since {day}.',
  'target-later': 'Your target day is later than the line lasts: {day}.',
  'target-passed': 'Your target day, {day}, has passed.',
  'no-target': 'No target day is set. With one, every task gets its own day.',
  'gone-after-cancelling': 'What is not saved is gone with the line.',
  'nothing-logged': 'Nothing is logged on this number yet. What is not listed cannot be saved in time.',
  'may-be-forgotten': '{count} logged so far. A forgotten account is what locks people out.',
  'provider-gave-up': '{provider} gave up such numbers. It may stop on any day.',
  'guards-accounts': '{service} can reset {accounts}. It stays shut until this works. | {service} can reset {accounts}. They stay shut until this works.',
  'after-guards': '{accounts} can reset this account, so it comes first. | {accounts} can reset this account, so they come first.',
  'in-guard-ring': '{accounts} can reset one another. Do them in one sitting; the order among them is our choice.',
  'needs-old-number': 'The service sends a code to the old number, so change it while the line lives.',
  'may-need-old-number': 'It may ask for a code on the old number, so change it while the line lives.',
  'works-without-old': 'It can be changed without the old number, so it can wait for those that cannot.',
  'cooldown': 'The service may hold things up for {days} day after the change. | The service may hold things up for {days} days after the change.',
  'cooldown-runs': 'Changed on {day}. For {days} day it may hold things up or ask for a code on the old number, so the line stays until then. | Changed on {day}. For {days} days it may hold things up or ask for a code on the old number, so the line stays until then.',
  'store-charges': '{provider} has an app. A subscription bought in an app store goes on after the account is closed.',
  'devices-linked': 'Apps, desk phones and forwarding may stay linked until you unlink them.',
  'pac-by-text': 'The code comes by text within a minute and is valid for {days} days.',
  'pac-until': 'Your code to move is valid until {day}.',
  'stac-instead': 'Moving to another UK network with a new number? Text STAC to {code} and give the code to them: that ends this line by itself.',
  'refund-to-card': 'Refunds usually go back the way the money came. A card that has expired holds them up.',
  'not-verified': 'Moved on {day}, but you have not signed in with the new way yet.',
  'importance': 'Importance: {importance}.',
  'own-due-day': 'You set this day: {day}.',
  'before-line-ends': 'Counted back from {day}: {why}.',
  'old-number-gone': 'The old number no longer receives anything.',
  'line-status': 'The line is {status}.',
  'debt': 'You owe {money}.',
  'balance-left': '{money} is left on the line.',
  'refundable': 'The guide says that {provider} pays the balance back, all or in part.',
  'not-refundable': 'The guide says that {provider} does not pay the balance back.',
  'refund-unknown': 'Whether {provider} pays the balance back is unknown.',
  'balance-unknown': 'Nothing is noted about the balance. Zero is an answer too.',
  'renews-itself': 'It renews by itself for {cost}.',
  'renewal-unknown': 'Whether it renews by itself is unknown.',
  'guide-asks': 'The guide to {provider} names this as needed.',
  'cancel-kills-port': 'Cancelling first would end the port. Let the port cancel the line.',
  'too-late-to-port': 'Once the line is cancelled, it may be too late to take the number along.',
  'receives-until': 'As far as the record knows it receives texts until {day}. After that the number and what is left on it are lost.',
  'gates-shut': '{count} condition is still open. | {count} conditions are still open.',
  'asked-on': 'You asked for {money} on {day}.',
  'expected-by': 'It should have come by {day}.',
  'no-day-named': '{provider} named no day.',
  'last-asked': 'You last asked on {day}.',
  'left-on': 'You left the line on {day}.',
  'rests': 'A number rests about {days} days here before somebody else may get it.',
  'rests-months': 'A number rests about {months} months here before somebody else may get it.',
  'rest-unknown': 'How long a number rests here is unknown. Ask the provider.',
  'try-logins': 'A sign-in that nobody tried may fail on the day it is needed.',
  'forgotten-show': 'A forgotten account shows when a service says that it sent a code to the old number.',
  'grace': 'The guide to {provider} speaks of {days} days in which the number rests or comes back.',
  'refused-on': 'They refused on {day} ({channel}). Ask again: another person may answer otherwise. Ask for the rule they go by, and for the answer in writing.',
  'promised-on': 'They promised on {day} that the line ends on {from}. Tick it when it has.',
  'call-back-agreed': 'A call back was agreed. Reference {reference}.',
  'overridden': 'You opened the gate by hand: {reason}',
} satisfies Record<ReasonCode, string>

/** What will go wrong if nothing is done. */
export const warnings = {
  'target-after-loss': 'Your target is {days} day after the number may be lost. Use it once by {by} to buy {buys} days. | Your target is {days} days after the number may be lost. Use it once by {by} to buy {buys} days.',
  'target-passed': 'Your target day, {day}, has passed. Choose a new one.',
  'may-be-lost': 'The number may be lost since {day}: {why}. Check that it still gets texts.',
  'too-little-time': '{count} binding is left, and the line lasts until {day}. Use the number once by {by} to buy {buys} days. | {count} bindings are left, and the line lasts until {day}. Use the number once by {by} to buy {buys} days.',
  'cooldown-past-end': '{accounts}: the rest after the change takes {days} days, longer than the line lasts ({day}). Change it today, and keep the line longer if you can. | {accounts}: the rest after the change takes {days} days, longer than the line lasts ({day}). Change them today, and keep the line longer if you can.',
  'changed-lately': '{accounts}: changed within the last {days} days. Read the note on what may still go to the old number before you end the line.',
  'renewal-not-covered': '{cost} is due {day}, but the wallet has {balance}.',
  'guard-ring': '{accounts} can reset one another. Do them in one sitting.',
  'provider-retired': '{provider} has given up this service. Save what you can soon.',
  'line-gone': 'The line is gone, and {count} binding still hangs on it. | The line is gone, and {count} bindings still hang on it.',
  'overridden': 'You opened the gate by hand: {reason}',
  'route-not-in-guide': 'The guide to {provider} does not name this way out: {route}.',
} satisfies Record<WarningCode, string>

/** The same where one of the things said is not known; the first that is missing decides. */
export const without = {
  task: {
    'keep-alive': { by: 'Use the number once' },
    'top-up': { cost: 'Top up the line', day: 'Top up: {cost} is due', balance: 'Top up: {cost} due {day}' },
    'pay-debt': { money: 'Pay what you owe' },
    'ask-refund': { money: 'Ask {provider} for the balance' },
    'use-up-balance': { money: 'Use up the balance, or write it off' },
    'ask-refund-rule': { money: 'Ask {provider} whether the balance comes back' },
    'get-pac': { code: 'Get the code to move' },
    'refund-arrived': { money: 'See that the refund has arrived' },
    'chase-refund': { money: 'Ask {provider} again for the refund' },
  },
  reason: {
    'lost-unless-paid': { cost: 'It stops on {day} unless it is paid.', balance: 'It stops on {day} unless {cost} is paid.' },
    'guards-accounts': { accounts: '{service} can reset other accounts. They stay shut until this works.' },
    'renews-itself': { cost: 'It renews by itself.' },
    'call-back-agreed': { reference: 'A call back was agreed.' },
    'promised-on': { from: 'They promised on {day} that the line ends. Tick it when it has.' },
    'pac-by-text': { days: 'The code comes by text within a minute.' },
  },
  warning: {
    'target-after-loss': { by: 'Your target is {days} day after the number may be lost. Choose an earlier day. | Your target is {days} days after the number may be lost. Choose an earlier day.' },
    'too-little-time': { by: '{count} binding is left, and the line lasts until {day}. Begin now. | {count} bindings are left, and the line lasts until {day}. Begin with the first in the list.' },
    'renewal-not-covered': { cost: 'It renews on {day}, but the balance does not cover it.', balance: '{cost} is due {day}, and no balance is noted.' },
    'may-be-lost': { day: 'The number may be lost. Check that it still gets texts.' },
  },
  gate: {
    'no-debt': { money: 'Something is owed' },
    'balance-settled': { money: 'Balance not asked back' },
  },
}

/** A condition before the last step, as it stands. */
export const gates = {
  'backed-up': { passed: 'Backup done', shut: '{count} backup to make | {count} backups to make', unknown: 'Backup: unknown', skipped: 'Backup skipped' },
  'bindings-settled': { passed: 'All bindings settled', shut: '{count} binding not settled | {count} bindings not settled', unknown: 'Not said yet: no other accounts', skipped: 'Bindings skipped' },
  'cooldowns-over': { passed: 'No service holds things up', shut: '{count} service still holds things up | {count} services still hold things up', unknown: 'Waiting times: unknown', skipped: 'Waiting skipped' },
  'login-works': { passed: 'You can sign in', shut: 'Sign-in not checked', unknown: 'Sign-in: unknown', skipped: 'Sign-in skipped' },
  'line-active': { passed: 'Line is active', shut: 'Line is {status}', unknown: 'Line status: unknown', skipped: 'Line status skipped' },
  'port-done': { passed: 'Port is done', shut: 'Port not done', unknown: 'Port: unknown', skipped: 'Port skipped' },
  'no-debt': { passed: 'No debt', shut: '{money} owed', unknown: 'Debt: unknown', skipped: 'Debt skipped' },
  'balance-known': { passed: 'Balance known', shut: 'Balance not noted', unknown: 'Balance: unknown', skipped: 'Balance skipped' },
  'balance-settled': { passed: 'Money settled, or asked back', shut: '{money} not asked back', unknown: 'Refund: unknown', skipped: 'Balance let go' },
  'auto-renew-off': { passed: 'Auto-renew off', shut: 'Auto-renew is on', unknown: 'Auto-renew: unknown', skipped: 'Auto-renew skipped' },
  'papers-ready': { passed: 'PIN and papers at hand', shut: '{count} thing to have at hand | {count} things to have at hand', unknown: 'What is asked for: unknown', skipped: 'What is asked for: skipped' },
  'not-porting': { passed: 'Not porting it out', shut: 'Not decided: let the number go', unknown: 'Port-out: unknown', skipped: 'Port-out skipped' },
} satisfies Record<GateKey, Record<Gate['state'], string>>

/** One verb that leads to what opens a gate. */
export const gateVerbs = {
  'backed-up': 'Back up',
  'bindings-settled': 'Show',
  'cooldowns-over': 'Show',
  'login-works': 'Check',
  'line-active': 'Check',
  'port-done': 'Finish',
  'no-debt': 'Pay',
  'balance-known': 'Note',
  'balance-settled': 'Ask',
  'auto-renew-off': 'Check',
  'papers-ready': 'Show',
  'not-porting': 'Decide',
} satisfies Record<GateKey, string>

/** Days that matter, for lists. */
export const deadlines = {
  'paid-through': 'Stops if unpaid',
  'inactivity': 'May be taken back',
  'target': 'Target: {route}',
  'keep-alive': 'Use the number once',
  'refund-expected': 'Refund expected',
  'call-back': 'Call back',
  'cooldown-over': 'Held up until then: {account}',
  'code-expires': 'Code to move expires',
  'aging-over': 'Somebody else may get the number',
} satisfies Record<DeadlineKind, string>

/** What will become of a part of the money. */
export const stakes = {
  'refundable': '{money} can come back from {provider}',
  'not-refundable': '{money} at {provider} does not come back',
  'unknown': '{money} at {provider}: refund rule unknown',
  'asked': '{money} asked from {provider}',
  'asked-by': '{money} asked from {provider}, expected by {day}',
  'asked-late': '{money} asked from {provider}, {days} day late | {money} asked from {provider}, {days} days late',
} satisfies Record<Stake['fate'] | 'asked-by' | 'asked-late', string>
