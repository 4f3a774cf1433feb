import type { ElectronApplication, Page } from 'playwright-core'
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { _electron as electron } from 'playwright-core'
import { appArguments, appEnvironment, appRoot, electronPath, newProfile } from '../flows/app'

const blankRoot = resolve(import.meta.dirname, 'blank')
const probe = resolve(import.meta.dirname, 'probe.cjs')
/** Nothing is asked of a start before, and memory is taken then, in milliseconds. */
const REST_MS = 3000

/** A start: until it can be used, and what it holds three seconds after it came to rest, in MB (10^6 bytes). */
export type Start = { ms: number, mb: number }
/** A start of the app: also until its record is open. */
export type AppStart = Start & { openedMs: number }

/** A window of the same runtime with one text field. */
export async function launchBlank(profile: string): Promise<{ app: ElectronApplication, page: Page }> {
  const app = await electron.launch({ executablePath: electronPath(), args: appArguments(profile, [], blankRoot), env: appEnvironment() })
  return { app, page: await app.firstWindow() }
}

/** The yardstick: until the blank window is ready to be shown. */
export async function startBlank(): Promise<Start> {
  const profile = newProfile()
  const { began, ask, said, end } = spawnProbed(profile, blankRoot)
  const ready = Number((await said(/^ready (\d+)$/))[1])
  await pause(REST_MS)
  const mb = await ask('memory') as number
  await end()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  return { ms: ready - began, mb }
}

/** Usable: Today stands there with its next action, painted, and takes the keyboard. The app marks that moment itself. */
export async function startApp(profile: string): Promise<AppStart> {
  const { began, ask, end } = spawnProbed(profile, appRoot)
  let marks: Record<string, number> = {}
  while (marks['app:usable'] === undefined) {
    await pause(REST_MS)
    marks = await ask('marks') as Record<string, number>
  }
  const mb = await ask('memory') as number
  await end()
  return { ms: marks['app:usable'] - began, openedMs: marks['app:opened']! - began, mb }
}

type Probed = {
  /** Epoch ms of the start. */
  began: number
  /** Waits for a line of its output. */
  said: (pattern: RegExp) => Promise<RegExpExecArray>
  ask: (question: string) => Promise<unknown>
  end: () => Promise<void>
}

function spawnProbed(profile: string, folder: string): Probed {
  const began = Date.now()
  const child = spawn(electronPath(), ['-r', probe, ...appArguments(profile, [], folder)], { env: appEnvironment(), stdio: ['pipe', 'pipe', 'ignore'] })
  const ended = new Promise<void>(done => child.once('exit', () => done()))
  const lines: string[] = []
  const listeners = new Set<() => void>()
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    listeners.forEach(listener => listener())
  })

  function said(pattern: RegExp): Promise<RegExpExecArray> {
    return new Promise((done, fail) => {
      const look = (): void => {
        const found = lines.findIndex(line => pattern.test(line))
        if (found < 0)
          return
        listeners.delete(look)
        done(pattern.exec(lines.splice(found, 1)[0]!)!)
      }
      listeners.add(look)
      look()
      void ended.then(() => fail(new Error('the app ended before it said what it was asked')))
    })
  }

  async function ask(question: string): Promise<unknown> {
    child.stdin.write(`${question}\n`)
    return JSON.parse((await said(/^probe (.*)$/))[1]!)
  }

  async function end(): Promise<void> {
    child.stdin.write('quit\n')
    await ended
  }

  return { began, said, ask, end }
}
