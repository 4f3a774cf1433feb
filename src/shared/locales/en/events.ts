/**
 * What happened, by kind: `number.added` is `event.number.added`.
 * Filled with {number} (its name or `#0134`), {service}, {task}, {until}, {amount}, {status}, {state}, {n}; see `useEventWords`.
 */
export const events = {
  number: {
    'added': 'Added {number}',
    'edited': 'Changed the facts of {number}',
    'removed': 'Removed {number}',
    'status-set': 'Set the line of {number} to {status}',
    'lost': 'Noted that {number} is lost',
    'closed': 'Closed {number}',
    'reopened': 'Opened {number} again',
  },
  binding: {
    'logged': 'Logged {service} on {number}',
    'edited': 'Changed {service}',
    'removed': 'Removed {service} from {number}',
    'moving': 'Began to move {service} off {number}',
    'moved': 'Moved {service} off {number}',
    'verified': 'Verified {service}',
    'stepped-back': 'Took {service} one step back',
    'waived': 'Left {service} as it is',
    'restored': 'Took up {service} again',
    'renumbered': 'Put {service} on another number',
  },
  /** Of many at once: {n} of them. */
  bindings: {
    'logged': 'Logged {n} bindings',
    'moving': 'Began to move {n} bindings',
    'moved': 'Marked {n} bindings as moved',
    'verified': 'Verified {n} bindings',
    'stepped-back': 'Took {n} bindings one step back',
    'waived': 'Left {n} bindings as they are',
    'restored': 'Took up {n} bindings again',
    'edited': 'Changed {n} bindings',
    'renumbered': 'Put {n} bindings on another number',
  },
  /** Follows what was done to many: how many were not changed, and why. */
  leftAsWas: '{what}, left {n} as it was: {why} | {what}, left {n} as they were: {why}',
  leftWhy: {
    'already-so': 'already so',
    'wrong-state': 'their state does not allow it',
    'not-found': 'no longer there',
    'binding-exists': 'that account is bound there already',
    'not-valid': 'it is the number they are on, or moved to',
    'day-too-early': 'their number is newer than that day',
    'other': 'not possible',
  },
  account: {
    'closed': 'Noted the {service} account as closed',
    'guards-set': 'Changed what guards {service}',
  },
  task: {
    ticked: 'Ticked “{task}”',
    unticked: 'Unticked “{task}”',
    skipped: 'Skipped “{task}”',
    snoozed: 'Put off “{task}” until {until}',
    woken: 'Took up “{task}” again',
    failed: 'Noted a problem, to do now: “{task}”',
    noted: 'Noted something on “{task}”',
  },
  gate: {
    'overridden': 'Opened the gates of {number} by hand',
    'override-withdrawn': 'Shut the gates of {number} again',
  },
  ledger: {
    added: 'Entered {amount}',
    edited: 'Changed the entry of {amount}',
    removed: 'Removed the entry of {amount}',
  },
  balance: {
    noted: 'Noted a balance of {amount}',
  },
  claim: {
    'asked': 'Asked for {amount} back',
    'refused': 'Noted that {amount} does not come back',
    'followed-up': 'Asked again for {amount}',
    'state-set': 'Refund of {amount}: {state}',
  },
  contact: {
    logged: 'Talked to the provider: {contact}',
    ticked: 'Logged a contact and ticked “{task}”',
    chased: 'Logged a contact and asked again for {amount}',
    refused: 'Logged a contact: {amount} does not come back',
  },
  file: {
    attached: 'Attached {name}',
    removed: 'Removed {name}',
  },
  guide: {
    saved: 'Saved your guide to {name}',
    adopted: 'Took over a guide to {name} from a file',
    removed: 'Removed your guide to {name}',
  },
  service: {
    saved: 'Saved your entry on {service}',
    adopted: 'Took over an entry on {service} from a file',
    removed: 'Removed your entry on {service}',
  },
  suggestion: {
    dismissed: 'Dismissed {what} for {number}',
  },
  settings: {
    changed: 'Changed the settings',
  },
  record: {
    replaced: 'Restored the record of {when}',
    merged: 'Merged the record of {when}',
  },
  sample: {
    loaded: 'Added the sample data',
    removed: 'Removed the sample data',
  },
  /** Where the task is no longer in the plan. */
  /** An entry that gives money up is told as that. */
  writtenOff: 'Wrote off {amount}',
  someTask: 'a task',
  /** Where a record has no name left. */
  someService: 'an account',
  someNumber: 'a number',
}
