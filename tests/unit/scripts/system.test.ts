import { describe, expect, it, vi } from 'vitest'
import { debianNames, ensureSystem, findChromium, missingLibraries, packagesFor } from '../../../scripts/system.mjs'

const companions = ['libxss1', 'libxtst6', 'libnotify4', 'libsecret-1-0']
const needs = { executable: '/runtime/electron', isHeadless: true, isTest: true }
const lddLine = '\tlibgtk-3.so.0 => not found\n'

type Machine = {
  ldd?: string
  commands?: string[]
  fonts?: string
  isRoot?: boolean
  /** Packages that this release offers. */
  offered?: string[]
  /** What changes once apt-get has installed. */
  afterwards?: Partial<Machine>
}

/** A made-up Linux machine that records what is run on it. */
function machine(given: Machine) {
  let now: Required<Omit<Machine, 'afterwards'>> = {
    ldd: '',
    commands: ['apt-get', 'Xvfb', 'fc-list', 'chromium'],
    fonts: 'Noto Sans CJK SC',
    isRoot: true,
    offered: ['libgtk-3-0', ...companions, 'xvfb', 'chromium', 'fonts-noto-cjk', 'fontconfig'],
    ...given,
  }
  const ran: string[] = []
  const said: string[] = []
  const answer = (out: string) => ({ isOk: true, out, err: '' })
  return {
    platform: 'linux',
    isRoot: now.isRoot,
    env: {},
    said,
    ran,
    say: (line: string) => void said.push(line),
    which: (command: string) => now.commands.includes(command) ? `/usr/bin/${command}` : undefined,
    quiet: vi.fn((command: string, args: string[]) => {
      if (command === 'ldd')
        return answer(now.ldd)
      if (command === 'fc-list')
        return answer(now.fonts)
      if (command === 'apt-cache')
        return answer(now.offered.includes(args[1] ?? '') ? `${args[1]}:\n  Candidate: 1.0\n` : '')
      ran.push([command, ...args.filter(arg => !arg.includes('Lock') && arg !== '-o')].join(' '))
      if (args.includes('install'))
        now = { ...now, ...given.afterwards }
      return answer('')
    }),
  }
}

describe('missing libraries', () => {
  it('are read from the loader\'s list', () => {
    const list = '\tlinux-vdso.so.1 (0x00007ffd)\n\tlibgtk-3.so.0 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x0)\n\tlibnss3.so => not found\n'
    expect(missingLibraries(list)).toEqual(['libgtk-3.so.0', 'libnss3.so'])
  })

  it.each([
    ['libgtk-3.so.0', 'libgtk-3-0'],
    ['libatk-bridge-2.0.so.0', 'libgtk-3-0'],
    ['libX11.so.6', 'libgtk-3-0'],
    ['libnss3.so', 'libnss3'],
    ['libnspr4.so', 'libnss3'],
    ['libasound.so.2', 'libasound2'],
    ['libgbm.so.1', 'libgbm1'],
  ])('%s comes with %s', (library, name) => {
    expect(packagesFor([library])).toEqual([name, ...companions])
  })

  it('name each package once', () => {
    expect(packagesFor(['libgtk-3.so.0', 'libgdk-3.so.0', 'libgbm.so.1'])).toEqual(['libgtk-3-0', 'libgbm1', ...companions])
  })

  it('ask for the whole set where one is unknown, and for nothing where none is missing', () => {
    expect(packagesFor(['libsomething.so.1'])).toEqual(['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', ...companions])
    expect(packagesFor([])).toEqual([])
  })
})

describe('names of this release', () => {
  it('take the t64 name only where the plain one is not offered', () => {
    const { quiet } = machine({ offered: ['libgtk-3-0t64', 'libnss3', 'libasound2', 'libasound2t64'] })
    expect(debianNames(['libgtk-3-0', 'libnss3', 'libasound2', 'unknown'], { quiet })).toEqual(['libgtk-3-0t64', 'libnss3', 'libasound2', 'unknown'])
  })

  it('see that a virtual package is not offered', () => {
    const policy: Record<string, string> = { libasound2: 'libasound2:\n  Installed: (none)\n  Candidate: (none)\n', libasound2t64: 'libasound2t64:\n  Candidate: 1.2\n' }
    const quiet = (_command: string, args: string[]) => ({ isOk: true, out: policy[args[1] ?? ''] ?? '', err: '' })
    expect(debianNames(['libasound2'], { quiet })).toEqual(['libasound2t64'])
  })
})

describe('what the system lacks', () => {
  it('is nothing: nothing is run or said', () => {
    const system = machine({})
    ensureSystem(needs, system)
    expect(system.ran).toEqual([])
    expect(system.said).toEqual([])
  })

  it('is installed as root on Debian', () => {
    const system = machine({ ldd: lddLine, commands: ['apt-get', 'fc-list'], fonts: '', afterwards: { ldd: '', commands: ['apt-get', 'fc-list', 'Xvfb', 'chromium'], fonts: 'x' } })
    ensureSystem(needs, system)
    expect(system.ran).toEqual([
      'apt-get update',
      'apt-get install -y --no-install-recommends libgtk-3-0 libxss1 libxtst6 libnotify4 libsecret-1-0 xvfb chromium fonts-noto-cjk',
    ])
    expect(system.said).toHaveLength(1)
  })

  it('is named where the installation did not bring it', () => {
    const system = machine({ ldd: lddLine })
    expect(() => ensureSystem(needs, system)).toThrow(/^Still missing after the installation: libgtk-3\.so\.0/)
  })

  it('is one command to run for anyone but root', () => {
    const system = machine({ ldd: lddLine, isRoot: false, commands: ['apt-get', 'fc-list'] })
    expect(() => ensureSystem(needs, system)).toThrow(/libgtk-3\.so\.0 not found.*\n {2}- run: sudo apt-get install -y --no-install-recommends libgtk-3-0 libxss1 libxtst6 libnotify4 libsecret-1-0 xvfb chromium$/)
    expect(system.ran).toEqual([])
  })

  it('is named on a system without apt-get', () => {
    const system = machine({ ldd: lddLine, commands: ['Xvfb', 'fc-list', 'chromium'] })
    expect(() => ensureSystem(needs, system)).toThrow(/install what Debian calls libgtk-3-0/)
  })

  it('only warns a person without a Chinese font', () => {
    const system = machine({ fonts: '', isRoot: false })
    ensureSystem(needs, system)
    expect(system.said).toEqual(['For Chinese text, run: sudo apt-get install -y --no-install-recommends fonts-noto-cjk'])
  })

  it('does not include Xvfb with a display, nor Chromium outside the tests', () => {
    const system = machine({ commands: ['apt-get', 'fc-list'] })
    ensureSystem({ ...needs, isHeadless: false, isTest: false }, system)
    expect(system.ran).toEqual([])
  })

  it('is not looked for outside Linux', () => {
    const system = { ...machine({ ldd: lddLine }), platform: 'darwin' }
    ensureSystem(needs, system)
    expect(system.quiet).not.toHaveBeenCalled()
  })
})

describe('chromium', () => {
  it('is the one named, else the first on the path', () => {
    const { which } = machine({ commands: ['google-chrome', 'chromium-browser'] })
    expect(findChromium({ env: { UNTETHER_CHROMIUM: '/mine' }, which })).toBe('/mine')
    expect(findChromium({ env: {}, which })).toBe('/usr/bin/chromium-browser')
    expect(findChromium({ env: {}, which: () => undefined })).toBeUndefined()
  })
})
