/** A task that is put off: until when, why, and back again. */
export const putOff = {
  section: 'Put off',
  until: 'put off until {day}',
  /** Where “put off” stands above it. */
  untilShort: 'until {day}',
  untilFor: 'put off until {day}: {reason}',
  add: 'Add a reason …',
  change: 'Change the reason …',
  title: 'Why is it put off?',
  about: '{task}, until {day}',
  reason: 'Reason',
  example: 'The shop is shut until Thursday',
  wake: 'Bring it back now',
  /** "Why is this here?" of a task. */
  why: 'Why is this here?',
  whyShort: 'Why?',
  hideWhy: 'Hide why',
  whyOf: {
    'prepare': 'What is clear now saves a detour later.',
    'back-up': 'What is not saved goes with the number.',
    'unbind': 'An account that stays behind can be lost with the number.',
    'pre-flight': 'After the last step it can no longer be set right.',
    'refund': 'Money is best asked for while the account still answers.',
    'cancel': 'It is part of the last step.',
    'follow-up': 'The number is not safely gone before this is seen.',
  },
  whyPhase: 'It belongs to “{phase}” in the plan for {number}.',
  whyWaits: 'Waits: {what}.',
  whyPutOff: 'You put it off until {day}.',
  whyPutOffFor: 'You put it off until {day}: {reason}',
  rowMenu: 'More for “{task}”',
}
