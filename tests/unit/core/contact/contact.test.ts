import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { suggestedCallBack } from '../../../../src/core/contact/call-back'
import { composeLines, composeMessage, fillLine } from '../../../../src/core/contact/compose'
import { dialsOf } from '../../../../src/core/contact/dials'
import { aimOf, AIMS, ANSWERS, hasCallSheet, LINE_IDS, messageAim, SPOKEN, WRITTEN } from '../../../../src/core/contact/script'
import { addDays, daysBetween } from '../../../../src/core/lib/day'
import { spelledNumber } from '../../../../src/core/phone/spelled-number'
import { TASK_KINDS } from '../../../../src/core/plan/codes'
import { CONTACT_RESULTS } from '../../../../src/core/records/contact-log'
import { spoken as en } from '../../../../src/shared/locales/en/spoken'
import { spoken as zh } from '../../../../src/shared/locales/zh-CN/spoken'

const FACTS = ['provider', 'number', 'local', 'spelled', 'login', 'balance', 'amount', 'askedOn', 'expectedBy', 'reference', 'times', 'lastAsked', 'leftOn']
const known = fc.uniqueArray(fc.constantFrom(...FACTS))
const saidOf = (names: readonly string[]): Record<string, string | null> => Object.fromEntries(FACTS.map(name => [name, names.includes(name) || ['number', 'local', 'spelled'].includes(name) ? `<${name}>` : null]))
const aims = fc.constantFrom(...AIMS)

describe('what is said and written', () => {
  it('never shows a blank, nor a fact that is not known, in either language and with whatever is known', () => {
    fc.assert(fc.property(aims, known, (aim, names) => {
      for (const ids of [SPOKEN[aim], WRITTEN[aim]]) {
        for (const words of [en, zh]) {
          const text = composeLines(ids, words.lines, saidOf(names)).map(line => line.text).join(' ')
          expect(text).not.toMatch(/[{}]|null|undefined/)
          for (const [, name] of text.matchAll(/<(\w+)>/g))
            expect(saidOf(names)[name!]).not.toBeNull()
        }
      }
    }))
  })

  it('says the same in both languages: the same lines, with the same facts in each', () => {
    const facts = (text: string): string[] => [...text.matchAll(/<(\w+)>/g)].map(([, name]) => name === 'spelled' || name === 'local' ? 'number' : name!).sort()
    fc.assert(fc.property(aims, known, (aim, names) => {
      for (const ids of [SPOKEN[aim], WRITTEN[aim]]) {
        const english = composeLines(ids, en.lines, saidOf(names))
        const chinese = composeLines(ids, zh.lines, saidOf(names))
        expect(chinese.map(line => [line.id, facts(line.text)])).toEqual(english.map(line => [line.id, facts(line.text)]))
      }
    }))
  })

  it('always names the number and always ends with the user’s own name to fill in', () => {
    fc.assert(fc.property(aims, known, (aim, names) => {
      for (const [words, name] of [[en, '[your name]'], [zh, '[你的姓名]']] as const) {
        const message = composeMessage(composeLines(WRITTEN[aim], words.lines, saidOf(names)), words.yourName)
        expect(message).toContain('<number>')
        expect(message.endsWith(name)).toBe(true)
        expect(message).not.toMatch(/\n{3}/)
        expect(composeLines(SPOKEN[aim], words.lines, saidOf(names)).some(line => line.id === 'number-spoken')).toBe(true)
      }
    }))
  })

  it('asks for no secret', () => {
    const all = [en, zh].flatMap(words => [...Object.values(words.lines).flat(), ...Object.values(words.answers)])
    expect(all.filter(text => /\bPIN\b|password|passcode|card number|密码|卡号/i.test(text))).toEqual([])
  })

  it('takes the fullest wording that is known', () => {
    expect(fillLine(['{a} and {b}', '{a}', 'nothing'], { a: '1', b: '2' })).toBe('1 and 2')
    expect(fillLine(['{a} and {b}', '{a}', 'nothing'], { a: '1', b: '' })).toBe('1')
    expect(fillLine(['{a} and {b}', '{a}', 'nothing'], { b: '2' })).toBe('nothing')
    expect(fillLine('{a}', { a: null })).toBeNull()
    expect(fillLine('{a}', { a: '{b}', b: 'x' })).toBe('{b}')
  })

  it('uses each line, and answers a refusal and a code for whatever aim', () => {
    const used = new Set(AIMS.flatMap(aim => [...SPOKEN[aim], ...WRITTEN[aim]]))
    expect(LINE_IDS.filter(id => !used.has(id))).toEqual([])
    for (const aim of AIMS)
      expect(ANSWERS[aim]).toEqual(expect.arrayContaining(['refuse', 'document', 'code']))
  })

  it('chases a refund with all that is known of it', () => {
    const said = { ...saidOf([]), number: '+44 7700 900123', amount: '£8.50', askedOn: '3 Nov 2026', expectedBy: '17 Nov 2026', reference: 'GG-20418', times: '2', lastAsked: '20 Nov 2026' }
    expect(composeMessage(composeLines(WRITTEN['chase-refund'], en.lines, said), en.yourName)).toBe([
      'Hello,',
      '',
      'On 3 Nov 2026 I asked for £8.50 back. It has not arrived.',
      'The number is +44 7700 900123.',
      'The reference is GG-20418.',
      'I have asked again 2 times since, last on 20 Nov 2026.',
      'It was to be here by 17 Nov 2026.',
      'On which day was it sent, and by which way?',
      'If it was not sent: on which day will it be?',
      'Please confirm this in writing.',
      '',
      'Thank you',
      '[your name]',
    ].join('\n'))
  })
})

describe('tasks', () => {
  it('that open a call sheet, or offer a message, have something to say', () => {
    for (const kind of TASK_KINDS) {
      if (hasCallSheet(kind, true) || messageAim(kind))
        expect(aimOf(kind), kind).not.toBeNull()
    }
    expect(hasCallSheet('cancel-by-phone', false)).toBe(true)
    expect(hasCallSheet('chase-refund', false)).toBe(false)
    expect(hasCallSheet('cancel-online', true)).toBe(false)
    expect(TASK_KINDS.filter(kind => messageAim(kind))).toEqual(['ask-refund', 'ask-refund-rule', 'confirm-deletion', 'ask-deletion-again', 'no-more-charges', 'dispute-charge', 'chase-refund'])
  })
})

describe('a number read out', () => {
  it.each([
    ['+1 646-555-0187', 'six four six, five five five, zero one eight seven'],
    ['+44 7700 900123', 'plus four four, seven seven zero zero, nine zero zero, one two three'],
    ['+852 5550 0134', 'plus eight five two, five five five zero, zero one three four'],
    ['+14155550134', 'four one five, five five five, zero one three four'],
  ])('%s', (written, read) => {
    expect(spelledNumber(written)).toBe(read)
  })

  it('has every digit, in order', () => {
    const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
    fc.assert(fc.property(fc.stringMatching(/^\+[2-9]\d{6,13}$/), (e164) => {
      expect(spelledNumber(e164).replace(/,/g, '').split(' ').slice(1).map(word => words.indexOf(word)).join('')).toBe(e164.slice(1))
    }))
  })
})

describe('whom to dial', () => {
  it('shows the number as it is dialled there, and from abroad', () => {
    expect(dialsOf('+1-888-777-0446', ['+1-888-777-0446', '611'])).toEqual({ main: '888-777-0446', abroad: '+1 888-777-0446', copied: '+18887770446', short: ['611'], more: [] })
    expect(dialsOf('+44-7953-966250', ['150', '+44-7953-966250'])).toEqual({ main: '+44 7953-966250', abroad: null, copied: '+447953966250', short: ['150'], more: [] })
    expect(dialsOf('10086', ['10086'])).toEqual({ main: '10086', abroad: null, copied: '10086', short: [], more: [] })
    expect(dialsOf(null, ['1300 10 81 84 (Australia)'])?.copied).toBe('1300108184')
    expect(dialsOf(null, [])).toBeNull()
  })

  it('prefers a number that reaches them from anywhere to a short one', () => {
    expect(dialsOf('611', ['+1-800-937-8997'])).toMatchObject({ main: '800-937-8997', short: ['611'] })
  })
})

describe('when to call again', () => {
  const days = fc.integer({ min: 0, max: 4000 }).map(count => addDays('2024-01-01', count))

  it('is never in the past, nor far off after a talk that failed', () => {
    fc.assert(fc.property(fc.constantFrom(...CONTACT_RESULTS), fc.option(days), days, (result, effectiveOn, today) => {
      const day = suggestedCallBack(result, effectiveOn, today)
      if (result === 'cancelled')
        expect(day).toBeNull()
      else
        expect(daysBetween(today, day!)).toBeGreaterThanOrEqual(0)
      if (result === 'refused' || result === 'cut-off' || result === 'no-answer')
        expect(daysBetween(today, day!)).toBeLessThanOrEqual(3)
    }))
  })

  it('skips the weekend after a refusal, and follows the day that was promised', () => {
    expect(suggestedCallBack('refused', null, '2026-11-27')).toBe('2026-11-30')
    expect(suggestedCallBack('no-answer', null, '2026-11-27')).toBe('2026-11-28')
    expect(suggestedCallBack('promised', '2026-12-15', '2026-11-23')).toBe('2026-12-16')
    expect(suggestedCallBack('promised', '2026-11-01', '2026-11-23')).toBe('2026-11-23')
    expect(suggestedCallBack('promised', null, '2026-11-23')).toBe('2026-11-30')
    expect(suggestedCallBack(undefined, null, '2026-11-23')).toBeNull()
  })
})
