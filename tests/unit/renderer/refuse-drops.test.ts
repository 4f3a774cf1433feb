import { describe, expect, it } from 'vitest'
import { refuseDrops } from '../../../src/renderer/app/files/refuse-drops'

function drop(types: readonly string[], isTaken = false): { isStopped: boolean, effect: string } {
  const target = new EventTarget()
  if (isTaken)
    target.addEventListener('drop', event => event.preventDefault())
  refuseDrops(target)
  const dataTransfer = { types, dropEffect: 'copy' }
  const event = Object.assign(new Event('drop', { cancelable: true }), { dataTransfer })
  target.dispatchEvent(event)
  return { isStopped: event.defaultPrevented, effect: dataTransfer.dropEffect }
}

describe('what is let go over the window', () => {
  it('is refused where it is a file that nothing took', () => {
    expect(drop(['Files'])).toEqual({ isStopped: true, effect: 'none' })
  })

  it('is left alone where a part of the page took it, and where it is words', () => {
    expect(drop(['Files'], true)).toEqual({ isStopped: true, effect: 'copy' })
    expect(drop(['text/plain'])).toEqual({ isStopped: false, effect: 'copy' })
  })
})
