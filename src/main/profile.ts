import type { Language } from '../core/records/settings'
import type { DialogTexts } from '../shared/locales/menu'
import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { app, dialog, session } from 'electron'
import { dialogTexts } from '../shared/locales/menu'
import { makeFolder } from './folder'

/** Why a folder cannot be used. */
export type ProfileFault = keyof DialogTexts['profileReasons']

const faults: Record<string, ProfileFault> = {
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'readOnly',
  ENOSPC: 'full',
  EDQUOT: 'full',
  ENOTDIR: 'notAFolder',
  EEXIST: 'notAFolder',
}

/** Whether this start shows made-up data. */
export function isDemo(): boolean {
  return app.commandLine.hasSwitch('demo')
}

/**
 * Gives a demo without a named profile a folder of its own, which is emptied when the app ends.
 *
 * Chromium writes a few settings later still; the records are gone.
 */
export function setupDemoProfile(): void {
  if (!isDemo() || app.commandLine.hasSwitch('user-data-dir'))
    return
  const folder = mkdtempSync(join(tmpdir(), 'untether-demo-'))
  app.setPath('userData', folder)
  // The storage process lets go of its files first; it would write them anew behind the emptying.
  app.once('will-quit', (event) => {
    event.preventDefault()
    void session.defaultSession.clearStorageData().finally(() => app.exit())
  })
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
}

/**
 * The folder that this start was told to use.
 *
 * Chromium quietly takes the usual folder when the named one cannot be made, and would show one person's records to
 * another, so the switch itself counts.
 */
export function profileFolder(): string {
  const named = app.commandLine.getSwitchValue('user-data-dir')
  return named === '' ? app.getPath('userData') : resolve(named)
}

/** Tries the folder out by making it and writing into it; null when it can be used. */
export function probeProfile(folder: string): ProfileFault | null {
  const probe = join(folder, `.probe-${process.pid}`)
  try {
    makeFolder(folder)
    writeFileSync(probe, 'ok')
    unlinkSync(probe)
    return null
  }
  catch (error) {
    return faults[String((error as NodeJS.ErrnoException).code)] ?? 'other'
  }
}

/** Makes Chromium keep its own files there too, should it have chosen another folder. */
export function useProfile(folder: string): void {
  if (app.getPath('userData') !== folder)
    app.setPath('userData', folder)
}

/** Says in the user's language that the folder cannot be used, and ends the app with code 1. Nothing was written. */
export async function refuseProfile(folder: string, fault: ProfileFault, language: () => Language): Promise<void> {
  const english = dialogTexts.en
  process.stderr.write(`${english.profileTitle}: ${folder}. ${english.profileReasons[fault]}\n`)
  // Chromium keeps files of its own in this folder, so the dialog needs another one to come up at all.
  const spare = mkdtempSync(join(tmpdir(), 'untether-spare-'))
  app.setPath('userData', spare)
  app.on('will-quit', () => leave(spare))
  await app.whenReady()
  const t = dialogTexts[language()]
  const message = t.profileMessage.replace('{folder}', folder).replace('{reason}', t.profileReasons[fault])
  await dialog.showMessageBox({
    type: 'error',
    title: t.profileTitle,
    message: t.profileTitle,
    detail: `${message}\n\n${t.profileAdvice}`,
    buttons: [t.close],
    noLink: true,
  })
  leave(spare)
}

function leave(spare: string): void {
  rmSync(spare, { recursive: true, force: true })
  app.exit(1)
}
