import { secrets } from './secrets'

/** Words the parts say themselves; all other words are passed to them. */
export const ui = {
  close: 'Close',
  gates: {
    passed: 'Passed',
    shut: 'Shut',
    unknown: 'Unknown',
    skipped: 'Skipped',
    late: 'Late',
    soon: 'Due now',
  },
  usedFor: 'Used for: {roles}',
  notUsedFor: 'Use not noted',
  ring: '{left} of {total} left',
  ringDone: 'All {total} settled',
  ringEmpty: 'No bindings yet',
  ofLeft: 'of {total} left',
  skipped: 'Skipped',
  waiting: 'Waits for another task',
  optional: 'optional',
  noMatch: 'Nothing found for “{text}”',
  useText: 'Use “{text}”',
  openCalendar: 'Pick from the calendar',
  calendar: {
    nextMonth: 'Next month',
    nextYear: 'Next year',
    prevMonth: 'Month before',
    prevYear: 'Year before',
  },
  noData: 'Nothing here',
  dayUnfinished: 'This day is not complete. Type all of it, or clear it.',
  dayParts: { day: 'Day', month: 'Month', year: 'Year', empty: 'Empty' },
  daySigns: { day: 'dd', month: 'mm', year: 'yyyy' },
  clearDay: 'Clear the day',
  secrets,
}
