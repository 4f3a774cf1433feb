import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { inView, quiet } from '../../../scripts/exec.mjs'
import { LaunchError } from '../../../scripts/say.mjs'

const node = (code: string) => inView(process.execPath, ['-e', code], { stdio: 'ignore' })

describe('commands', () => {
  it('in view answer with their exit code, or 128 + the signal', async () => {
    expect(await node('')).toBe(0)
    expect(await node('process.exit(7)')).toBe(7)
    expect(await node('process.kill(process.pid, "SIGTERM")')).toBe(143)
  })

  it('done quietly answer with what they print, and never throw', () => {
    expect(quiet(process.execPath, ['-p', '1 + 1'])).toEqual({ isOk: true, out: '2\n', err: '' })
    expect(quiet(process.execPath, ['-e', 'process.exit(1)']).isOk).toBe(false)
    expect(quiet('no-such-command', [])).toMatchObject({ isOk: false, err: expect.stringContaining('ENOENT') })
  })
})

it('an error for people says what is wrong, then what to do', () => {
  expect(new LaunchError('It is dark.', ['light a candle', 'or wait']).message).toBe('It is dark.\n  - light a candle\n  - or wait')
})
