export const failures = {
  'newer-version': {
    title: 'A newer Untether has written this record',
    kept: 'Nothing was opened or changed, so nothing is lost.',
    todo: 'Install the newer version again, or start this one with another data folder.',
  },
  'no-room': {
    title: 'The disk is full',
    kept: 'Your record is kept as it was.',
    todo: 'Make room on the disk, then start again.',
  },
  'unreadable': {
    title: 'Your record cannot be read',
    kept: 'Untether did not change or remove anything in its folder.',
    todo: 'Start again first. If it stays so, copy the folder below to a safe place before you try anything else.',
  },
  'unexpected': {
    title: 'Something went wrong on this screen',
    kept: 'Every change you saw confirmed is saved on this computer. Start again and go on where you were.',
  },
  'again': 'Start again',
  'quit': 'Quit',
  'copy': 'Copy the details',
  'goOn': 'Go on anyway',
  'details': 'Details, without anything you recorded',
}
