import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import process from 'node:process'
import { appEnvironment } from './app'

/** Where keys lie on a PC keyboard, as X counts them. */
const KEYS = { Control: 37, Shift: 50, Alt: 64, B: 56, F8: 74 } as const
const [PRESS, RELEASE] = [2, 3]
const COOKIE = 'MIT-MAGIC-COOKIE-1'

/**
 * Presses keys on the worker's display as its keyboard would: every program there may hear them, whatever window is in front.
 * @throws where the display may be a person's
 */
export async function pressAnywhere(...keys: readonly (keyof typeof KEYS)[]): Promise<void> {
  if (process.env['UNTETHER_DISPLAYS'] === undefined)
    throw new Error('keys are pressed only on a display that npm run test:flows started')
  const { DISPLAY = '', XAUTHORITY = '' } = appEnvironment()
  const socket = connect(`/tmp/.X11-unix/X${/:(\d+)/.exec(DISPLAY)?.[1]}`)
  const read = reader(socket)
  try {
    socket.write(hello(readFileSync(XAUTHORITY).subarray(-16)))
    const answer = await read(8)
    if (answer[0] !== 1)
      throw new Error('the display refuses us')
    await read(answer.readUInt16LE(6) * 4)
    socket.write(queryExtension('XTEST'))
    const extension = (await read(32))[9] ?? 0
    for (const [type, order] of [[PRESS, keys], [RELEASE, keys.toReversed()]] as const)
      order.forEach(key => socket.write(fakeInput(extension, type, KEYS[key])))
    // An answer to what was asked last: all before it is done. Every client is told of another keyboard in between.
    socket.write(Buffer.from([43, 0, 1, 0]))
    let told = await read(32)
    while ((told[0] ?? 0) > 1)
      told = await read(32)
    if (told[0] === 0)
      throw new Error('the display cannot press keys')
  }
  finally {
    socket.destroy()
  }
}

function hello(cookie: Buffer): Buffer {
  const head = Buffer.alloc(12)
  head.write('l')
  head.writeUInt16LE(11, 2)
  head.writeUInt16LE(COOKIE.length, 6)
  head.writeUInt16LE(cookie.length, 8)
  return Buffer.concat([head, padded(Buffer.from(COOKIE)), padded(cookie)])
}

function queryExtension(name: string): Buffer {
  const text = padded(Buffer.from(name))
  const head = Buffer.alloc(8)
  head[0] = 98
  head.writeUInt16LE(2 + text.length / 4, 2)
  head.writeUInt16LE(name.length, 4)
  return Buffer.concat([head, text])
}

function fakeInput(extension: number, type: number, key: number): Buffer {
  const request = Buffer.alloc(36)
  request.set([extension, 2, 9, 0, type, key])
  return request
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - bytes.length % 4) % 4)])
}

/** Reads so many bytes at a time. */
function reader(socket: AsyncIterable<Buffer>): (count: number) => Promise<Buffer> {
  const chunks = socket[Symbol.asyncIterator]()
  let held = Buffer.alloc(0)
  return async (count) => {
    while (held.length < count) {
      const { value, done } = await chunks.next()
      if (done)
        throw new Error('the display is gone')
      held = Buffer.concat([held, value])
    }
    const taken = held.subarray(0, count)
    held = held.subarray(count)
    return taken
  }
}
