import type { AppFiles } from '../../../src/main/scrub'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scrubError, scrubMessage, scrubPlace, scrubReport, scrubStack } from '../../../src/main/scrub'
import { engineWords } from '../../../src/main/scrub-words'

const known = ['out/main/index.cjs', 'out/renderer/assets/index-D3f9.js', 'src/renderer/app/main.ts']
const files: AppFiles = { root: '/opt/untether', has: path => known.includes(path) }

/** What a user may have typed, in many forms. */
const canary = fc.oneof(
  fc.stringMatching(/^\+?\d[\d ().-]{5,16}\d$/),
  fc.emailAddress(),
  fc.stringMatching(/^(?:\/home\/|\/Users\/|C:\\Users\\)[a-z]{4,12}[/\\][\w.]{3,20}$/),
  fc.stringMatching(/^[A-Z][a-z]{3,10} [A-Z][a-z]{3,10}son$/),
  fc.stringMatching(/^[银行账户号码绑定]{2,8}$/),
  fc.webUrl(),
)
/** What an engine puts around it. */
const frame = fc.constantFrom(
  (text: string) => text,
  (text: string) => `Cannot read properties of undefined (reading '${text}')`,
  (text: string) => `Unexpected token ${text}, "${text}" is not valid JSON`,
  (text: string) => `Invalid value: ${text}.`,
  (text: string) => `${text} is not defined\n${text}`,
  (text: string) => `key "${text}`,
)

function survives(text: string, output: string): boolean {
  return output.toLowerCase().includes(text.toLowerCase())
}

describe('scrubMessage', () => {
  it.each([
    ['Cannot read properties of undefined (reading \'foo\')', 'Cannot read properties of undefined (reading …)'],
    ['x is not a function', '… is not a function'],
    ['Key already exists in the object store', '… already exists in the object store'],
    ['call +1 202 555 0123 or mary@example.com', 'call …'],
    ['无法打开 银行账户', '…'],
    ['', ''],
  ])('%s', (message, scrubbed) => {
    expect(scrubMessage(message)).toBe(scrubbed.replace('call …', 'call … or …'))
  })

  it('lets nothing through but words that engines use', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (message) => {
      const rest = scrubMessage(message).split(/[\s….,:;()]+/).filter(word => word !== '')
      expect(rest.filter(word => !engineWords.has(word.toLowerCase()))).toEqual([])
    }), { numRuns: 500 })
  })

  it('is done with a huge message at once', () => {
    expect(scrubMessage('"'.repeat(1_000_000)).length).toBeLessThan(10)
  })
})

describe('scrubStack', () => {
  it('keeps places of the app, relative to it', () => {
    const stack = [
      'TypeError: boom',
      '    at open (/opt/untether/out/main/index.cjs:10:20)',
      '    at async Promise.all (index 0)',
      '    at new Thing (app://untether/assets/index-D3f9.js:1:123456)',
      '    at app://untether/assets/index-D3f9.js?v=1:2:3',
      '    at run (node:internal/process/task_queues:95:5)',
      '    at load (file:///opt/untether/out/main/index.cjs:1:2)',
      '    at dev (http://localhost:5173/app/main.ts?t=12025550123:1:2)',
      '    at other (/home/mary/secret.js:1:2)',
      '    at mary (app://untether/mary-smith.js:1:2)',
      '    at up (/opt/untether/../../etc/passwd:1:2)',
    ].join('\n')

    expect(scrubStack(stack, files)).toEqual([
      'at out/main/index.cjs:10:20',
      'at out/renderer/assets/index-D3f9.js:1:123456',
      'at out/renderer/assets/index-D3f9.js:2:3',
      'at runtime:95:5',
      'at out/main/index.cjs:1:2',
      'at src/renderer/app/main.ts:1:2',
      'at elsewhere:1:2',
      'at elsewhere:1:2',
      'at elsewhere:1:2',
    ])
  })

  it('knows the paths of Windows', () => {
    const windows: AppFiles = { root: 'C:\\Apps\\Untether', has: path => path === 'out/main/index.cjs' }

    expect(scrubStack('    at x (C:\\Apps\\Untether\\out\\main\\index.cjs:1:2)\n    at file:///C:/Apps/Untether/out/main/index.cjs:3:4', windows)).toEqual(['at out/main/index.cjs:1:2', 'at out/main/index.cjs:3:4'])
  })
})

describe('scrubError', () => {
  it('keeps class and code', () => {
    const error = Object.assign(new RangeError('Invalid string length'), { code: 'ENOENT' })

    expect(scrubError(error, files)).toMatchObject({ kind: 'RangeError', code: 'ENOENT', message: 'Invalid string length' })
  })

  it.each([null, undefined, 7, 'text of mary', { name: 'Mary', message: 12 }, Object.freeze([]), () => 1, Symbol('mary')])('takes anything: %s', (thrown) => {
    expect(scrubError(thrown, files)).toMatchObject({ kind: 'Error', code: '' })
  })

  it('survives an error that throws when looked at', () => {
    const nasty = new Proxy({}, {
      get: () => {
        throw new Error('no')
      },
    })

    expect(scrubError(nasty, files)).toEqual({ kind: 'Error', code: '', message: '', stack: [] })
  })

  it('lets no canary through, wherever it stands', () => {
    fc.assert(fc.property(canary, frame, (text, around) => {
      const message = around(text)
      const stack = `TypeError: ${message}\n    at ${text} (app://untether/${text}:10:20)\n    at ${text}:1:1\n    at f (${text}:1:1)\n${text}`
      const error = Object.assign(new Error(message), { name: text, code: text, stack })
      for (const scrubbed of [scrubError(error, files), scrubReport({ message, stack }, files), scrubError(text, files)]) {
        const output = JSON.stringify(scrubbed)
        expect(survives(text, output), output).toBe(false)
        expect(output).not.toMatch(/\d{8}/)
        expect(output).not.toContain('@')
      }
      expect(survives(text, scrubPlace(text))).toBe(false)
    }), { numRuns: 1_000 })
  })
})

describe('scrubPlace', () => {
  it('keeps the names of our own places', () => {
    expect(['vue:render', 'data:commit', 'window', 'route:number.plan'].map(scrubPlace)).toEqual(['vue:render', 'data:commit', 'window', 'route:number.plan'])
  })

  it('refuses everything else', () => {
    expect(['', 'Mary Smith', 'a b', '/numbers/+12025550123', 'mary@example.com', 'x'.repeat(200)].map(scrubPlace)).toEqual(Array.from({ length: 6 }, () => 'unknown'))
  })
})
