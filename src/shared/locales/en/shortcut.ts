export const shortcut = {
  title: 'Log from anywhere',
  text: 'Keys that work in every program: they bring Untether to the front, ready to log a binding. Off until you set them.',
  keys: 'Keys',
  none: 'Not set',
  hint: 'Go into the field and press the keys together. Delete turns them off.',
  clear: 'Turn off',
  again: 'Try again',
  set: 'In every program, {keys} logs a binding',
  cleared: 'Log from anywhere is off',
  idle: 'Another program had {keys} when Untether started, so they do nothing now. Set others, or close that program and try again.',
  faults: {
    key: 'This key cannot be used. Use a letter, a digit, Space or a function key.',
    modifier: 'This key alone is for typing. Hold Ctrl, Alt or ⌘ with it, or use a function key.',
    used: 'The system, this app or most programs use these keys. Set others, or hold Shift or Alt too.',
    taken: 'Another program has {keys}. Set others.',
    takenKept: 'Another program has {keys}. {kept} stays set.',
  },
}
