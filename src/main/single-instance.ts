import process from 'node:process'
import { app } from 'electron'

/**
 * Lets only one program work on a profile: two would overwrite each other's records.
 *
 * Returns false in the second one, which has then asked the first to come to the front and must end.
 */
export function setupSingleInstance(onSecondStart: () => void): boolean {
  if (!app.requestSingleInstanceLock()) {
    process.stdout.write('Untether is already running; its window was brought to the front.\n')
    return false
  }
  app.on('second-instance', onSecondStart)
  return true
}
