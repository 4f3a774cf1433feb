/** Files that are kept with a binding, a tick or a claim. */
export const files = {
  title: 'Files',
  attach: 'Attach a file …',
  attachAndTick: 'Attach the file and tick …',
  sealing: 'Sealing the file …',
  save: 'Save a copy of {name}',
  remove: 'Remove {name}',
  saved: 'Saved a copy of {name}',
  gone: '{name} is not on this computer any more. A backup file made while it was there still holds it.',
  damaged: '{name} is damaged, so it was not opened. A backup file made before still holds it.',
}
