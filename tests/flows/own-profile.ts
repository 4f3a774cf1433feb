import type { Language } from '../../src/core/records/settings'
import type { RunningApp } from './app'
import type { User } from './screens'
import type { SmallDisk } from './small-disk'
import { rmSync } from 'node:fs'
import { afterEach, beforeEach } from 'vitest'
import { launchApp, newProfile } from './app'
import { mouseHand, pictureOfFailure, user } from './screens'
import { smallDisk } from './small-disk'

/** A fresh profile for each test of a file, and the app that runs in it. */
export type OwnProfile = {
  /** Its folder. */
  readonly folder: string
  readonly running: RunningApp
  /** Starts the app in it, again after it was closed, for a user with a mouse. */
  launch: (language?: Language) => Promise<User>
  /** Puts the folder on a disk that can be filled; before the app starts. */
  onSmallDisk: () => SmallDisk
}

/** To be called once at the top of a file: what is made is taken away after each test, with a picture where it failed. */
export function ownProfile(): OwnProfile {
  let folder: string
  let running: RunningApp
  let disk: SmallDisk | null = null

  beforeEach(() => {
    folder = newProfile()
  })

  afterEach(async (test) => {
    await pictureOfFailure(test, running.page)
    await running.close()
    disk?.close()
    disk = null
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })

  return {
    get folder() {
      return folder
    },
    get running() {
      return running
    },
    async launch(language = 'en') {
      running = await launchApp({ userDataDir: folder })
      return user(running.page, mouseHand(running.page), language)
    },
    onSmallDisk: () => disk = smallDisk(folder),
  }
}
