export const firstStart = {
  title: 'Start',
  language: 'Language',
  sentence: 'Leave a number without losing what hangs on it.',
  text: 'Untether notes every account bound to each number, puts them in a safe order, and tells you when it is safe to cancel.',
  addNumber: 'Add my first number',
  lookAround: 'Look around with sample data',
  sampleNote: 'Three made-up numbers, removed with one click.',
  promise: 'Everything stays on this computer. No sign-up, no network, no passwords kept.',
  sample: 'Sample data',
  sampleRemove: 'Remove',
}
