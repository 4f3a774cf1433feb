/**
 * Every code the plan can speak in.
 *
 * The locale files are typed against these lists: a code without words does not compile.
 */

/** What a task asks for. Words under `task.<kind>`. */
export const TASK_KINDS = [
  // prepare
  'confirm-rules',
  'ask-provider-rules',
  'choose-date',
  'choose-new-date',
  'confirm-login',
  'recover-login',
  'list-bindings',
  'check-retired',
  'keep-alive',
  'top-up',
  'note-renewal',
  'check-line-alive',
  // back-up
  'export-provider-data',
  'save-messages',
  'export-record',
  // unbind
  'move-binding',
  'verify-binding',
  'unlink-device',
  'rescue-binding',
  // pre-flight
  'check-line',
  'reactivate-line',
  'unfreeze-line',
  'pay-arrears',
  'finish-port',
  'pay-debt',
  'note-balance',
  'turn-off-renewal',
  'check-renewal',
  'check-store-subscription',
  'cancel-store-subscription',
  'check-devices',
  'wait-cooldown',
  'confirm-no-port',
  'get-port-papers',
  'get-pac',
  'need-account-owner',
  'need-account-pin',
  'need-admin-role',
  'need-email-access',
  'need-emergency-address-removed',
  'need-group-members-removed',
  'need-identity-check',
  'need-identity-document',
  'need-notice-period',
  'need-numbers-removed-first',
  'need-original-payment-method-valid',
  'need-outside-billing-window',
  'need-paid-plan',
  'need-payment-card-on-file',
  'need-port-lock-off',
  'need-sim-in-hand',
  'need-sms-access',
  'need-stored-value-remaining',
  'need-subscription-cancelled-first',
  // pre-flight: what to do where a check found that it is not so
  'reach-account-owner',
  'reset-account-pin',
  'get-identity-document',
  'recover-email',
  'add-payment-card',
  'replace-sim',
  'restore-texts',
  // refund
  'ask-refund',
  'use-up-balance',
  'ask-refund-rule',
  'check-refund-card',
  'arrange-refund-way',
  // cancel
  'privacy-check',
  'ask-provider-how',
  'cancel-as-told',
  'cancel-online',
  'cancel-in-app',
  'cancel-by-chat',
  'cancel-by-phone',
  'cancel-by-email',
  'cancel-in-store',
  'cancel-by-post',
  'close-retired-account',
  'start-port',
  'confirm-port',
  'stop-paying',
  'let-expire',
  'note-reference',
  'call-back',
  // follow-up
  'line-is-dead',
  'line-still-alive',
  'codes-arrive',
  'codes-missing',
  'access-works',
  'regain-access',
  'no-forgotten',
  'log-forgotten',
  'confirm-deletion',
  'ask-deletion-again',
  'no-more-charges',
  'dispute-charge',
  'refund-arrived',
  'chase-refund',
  'aging-over',
  'close',
] as const
export type TaskKind = typeof TASK_KINDS[number]

/** Why a task is there, or why it is due when it is. Words under `reason.<code>`; what each needs stands beside it. */
export const REASON_CODES = [
  /** {provider} {day}: the guide's facts were checked on that day. */
  'guide-checked',
  /** {provider} {day}: checked more than 12 months before today. */
  'guide-stale',
  /** {provider}: no source stands behind the guide. */
  'guide-unverified',
  /** {provider}: the catalogue does not know it (it may be null: none noted). */
  'provider-unknown',
  /** {provider} {day}: taken back when unused until then. */
  'lost-unless-used',
  /** {day} {cost} {balance}: stops unless paid; both amounts may be null. */
  'lost-unless-paid',
  /** {day}: the line may be gone since then. */
  'may-be-lost-since',
  /** {day}: the target is later than the line lasts. */
  'target-later',
  /** {day}: the target day has passed. */
  'target-passed',
  /** No target day is set. */
  'no-target',
  /** {provider}: what is not saved is gone with the line. */
  'gone-after-cancelling',
  /** {accounts} {count}: this account can reset or confirm those. */
  'guards-accounts',
  /** {accounts}: it comes after these. */
  'after-guards',
  /** {accounts}: they guard one another in a ring; the order among them is our choice. */
  'in-guard-ring',
  /** Nothing is logged on this number yet. */
  'nothing-logged',
  /** {count}: logged so far; a forgotten one is what locks people out. */
  'may-be-forgotten',
  /** {provider}: it gave up this service; the number may stop on any day. */
  'provider-gave-up',
  /** The service asks for a code on the old number. */
  'needs-old-number',
  /** Whether it asks for a code on the old number is unknown. */
  'may-need-old-number',
  /** It can be changed without the old number, so it can wait for those that cannot. */
  'works-without-old',
  /** {days}: the service holds things up that long after a change. */
  'cooldown',
  /** {day} {days}: the change was on that day, and it holds things up that long. */
  'cooldown-runs',
  /** {provider}: it is sold in an app, and app stores go on charging after the account is closed. */
  'store-charges',
  /** Phones, desk phones and forwarding may stay linked until they are unlinked. */
  'devices-linked',
  /** {code} {days}: a text to that code brings the code for moving; it holds that long. Both may be null. */
  'pac-by-text',
  /** {day}: the code for moving holds until then. */
  'pac-until',
  /** {code}: moving to another network without the number, a text to that code ends this line. */
  'stac-instead',
  /** Money usually goes back to what it was paid with. */
  'refund-to-card',
  /** {day}: moved then, never signed in with the new way since. */
  'not-verified',
  /** A way that was never tried is tried while the old number still helps. */
  'verify-soon',
  /** {importance}: what is lost with the account. */
  'importance',
  /** {day}: the user's own due day. */
  'own-due-day',
  /** {day} {why}: counted back from the day the line ends (`target`, `paid-through`, `inactivity`). */
  'before-line-ends',
  /** The old number no longer receives anything. */
  'old-number-gone',
  /** {status}: how the line stands. */
  'line-status',
  /** {money}: owed to the provider. */
  'debt',
  /** {money}: left on the line. */
  'balance-left',
  /** {provider}: its guide says that the balance comes back, all or in part. */
  'refundable',
  /** {provider}: its guide says that the balance does not come back. */
  'not-refundable',
  /** {provider}: whether the balance comes back is unknown. */
  'refund-unknown',
  /** {provider}: it said that the balance does not come back. */
  'refund-refused',
  /** {days}: what its guide says a refund takes. */
  'refund-takes',
  /** {money}: asked back and still to come, on a day that nobody named or that has passed. */
  'refund-awaited',
  /** {day} {money} {accounts}: what is under way until then, of which one may be null. */
  'better-from',
  /** {accounts}: bindings that stay by the user's decision. */
  'left-bound',
  /** {day} {channel} {outcome}: asked then, and what was noted of the answer, which may be empty. */
  'asked-by-contact',
  /** Nothing was noted about the balance. */
  'balance-unknown',
  /** {cost}: it renews by itself; cost may be null. */
  'renews-itself',
  /** Whether it renews by itself is unknown. */
  'renewal-unknown',
  /** {provider}: its guide names this as needed. */
  'guide-asks',
  /** Cancelling first would end the port. */
  'cancel-kills-port',
  /** A number that was given up may not be taken along any more. */
  'too-late-to-port',
  /** {day}: the last day on which the line still receives, as far as the record knows. */
  'receives-until',
  /** What the gates still miss. {count} */
  'gates-shut',
  /** {money} {day}: asked back on that day. */
  'asked-on',
  /** {day}: it should have come by then. */
  'expected-by',
  /** No day was named by the provider. */
  'no-day-named',
  /** {day}: last asked again. */
  'last-asked',
  /** {day}: the line was left then. */
  'left-on',
  /** {days}: a number rests that long here before somebody else may get it. */
  'rests',
  /** {months}: the same in months. */
  'rests-months',
  /** How long a number rests here is unknown. */
  'rest-unknown',
  /** A login that nobody tried may not work any more. */
  'try-logins',
  /** What was forgotten shows when a service says that it sent a code to the old number. */
  'forgotten-show',
  /** {provider} {days}: its guide names that many days in which the number rests or comes back. */
  'grace',
  /** {day} {channel}: the provider refused to end the line then, on that channel. */
  'refused-on',
  /** {day} {from}: the provider promised then that the line ends; the day it ends may be null. */
  'promised-on',
  /** {reference}: of the contact that asked for a call back; may be empty. */
  'call-back-agreed',
  /** {reason}: the user opened the gates by hand. */
  'overridden',
] as const
export type ReasonCode = typeof REASON_CODES[number]

/** What the plan warns of. Words under `warning.<code>`. */
export const WARNING_CODES = [
  /** {target} {lost} {days}: the target lies that many days after the line may be lost. With {by} {buys} where use buys time; else null. */
  'target-after-loss',
  /** {day}: the target day has passed. */
  'target-passed',
  /** {day} {why}: the line may be lost already. */
  'may-be-lost',
  /** {count} {day} {days}: so many bindings, so few days. With {by} {buys} where use buys time; else null. */
  'too-little-time',
  /** {cost} {balance} {day}: it renews by itself, but the balance does not cover it. */
  'renewal-not-covered',
  /** {accounts} {day} {days}: they hold things up that long after the change, which is longer than the line lasts. */
  'cooldown-past-end',
  /** {accounts} {days}: changed lately, and their notes say what may still go to the old number. */
  'changed-lately',
  /** {accounts}: they guard one another. */
  'guard-ring',
  /** {provider}: gave up this service. */
  'provider-retired',
  /** {count}: the line is gone, and so many bindings hang on it. */
  'line-gone',
  /** {reason}: gates opened by hand. */
  'overridden',
  /** {route} {provider}: its guide does not name the chosen way out. */
  'route-not-in-guide',
] as const
export type WarningCode = typeof WARNING_CODES[number]

/** Conditions before the last step. Words under `gate.<key>`. */
export const GATE_KEYS = [
  /** {count}: things not saved. */
  'backed-up',
  /** {count}: bindings not settled. */
  'bindings-settled',
  /** {count}: services that still hold things up after the change. */
  'cooldowns-over',
  'login-works',
  /** {status} */
  'line-active',
  'port-done',
  /** {money}: what is owed; null when nothing. */
  'no-debt',
  'balance-known',
  /** {money}: first amount neither asked back nor spent; null when none. {count}: currencies in all. */
  'balance-settled',
  'auto-renew-off',
  /** {count}: papers missing. */
  'papers-ready',
  'not-porting',
] as const
export type GateKey = typeof GATE_KEYS[number]

/** Days shown on Today and in reminders. Words under `deadline.<kind>`. */
export const DEADLINE_KINDS = ['paid-through', 'inactivity', 'target', 'keep-alive', 'refund-expected', 'call-back', 'cooldown-over', 'code-expires', 'aging-over'] as const
export type DeadlineKind = typeof DEADLINE_KINDS[number]
