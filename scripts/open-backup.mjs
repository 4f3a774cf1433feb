// @ts-check
/**
 * Opens a sealed file of Untether without Untether: `node scripts/open-backup.mjs FILE [--out FILE.json]`.
 *
 * Needs Node alone. Asks for the passphrase or the recovery code, or takes it from UNTETHER_PASSPHRASE or from what is piped in,
 * and writes the record as plain JSON. The format is told in src/data/backup/README.md.
 */
import { Buffer } from 'node:buffer'
import { createDecipheriv, createHash, hkdfSync, scryptSync } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { gunzipSync } from 'node:zlib'

/**
 * @typedef {{ kind: string, id: string, createdAt: number, kdf: { name: string, N: number, r: number, p: number, salt: string }, nonce: string, box: string }} Slot
 * @typedef {{ kind: string, createdAt: number, app: string, schema: number, slots: Slot[], salt: string }} Header
 */

const MAGIC = 'UNTETHER-BACKUP 1\n'
const TABLES = ['numbers', 'accounts', 'bindings', 'ledgerEntries', 'refundClaims', 'contactLogs', 'ticks', 'attachments', 'guides', 'ownServices', 'settings']
const MAX_FILE = 1024 ** 3
const MAX_CONTENT = 1024 ** 3
const TAG = 16
/** Crockford's alphabet, as recovery codes use it. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** What is said without a stack. */
class Refused extends Error {}

try {
  const { file, out } = parseArguments(process.argv.slice(2))
  const { header, head, body } = readContainer(file)
  const secret = await askSecret()
  const key = openSlots(header.slots, secret)
  if (!key)
    throw new Refused('This does not open the file: wrong passphrase or recovery code.')
  const rows = save(out, header, openBody(header, head, body, key))
  process.stderr.write(`Written: ${out} (${rows} rows and events). Anyone who has this file can read it.\n`)
}
catch (error) {
  process.stderr.write(`${error instanceof Refused ? error.message : `Could not open it: ${error instanceof Error ? error.message : String(error)}`}\n`)
  process.exitCode = 1
}

/** @param {string[]} args */
function parseArguments(args) {
  const at = args.indexOf('--out')
  const out = at === -1 ? undefined : args[at + 1]
  const [file, ...rest] = at === -1 ? args : args.filter((_, index) => index !== at && index !== at + 1)
  if (file === undefined || rest.length > 0 || (at !== -1 && out === undefined))
    throw new Refused('Usage: node scripts/open-backup.mjs FILE [--out FILE.json]')
  return { file, out: out ?? `${file.replace(/\.untether$/, '')}.json` }
}

/** @param {string} file */
function readContainer(file) {
  if (statSync(file).size > MAX_FILE)
    throw new Refused('This file is too large for a backup.')
  const bytes = readFileSync(file)
  if (bytes.subarray(0, MAGIC.length).toString('latin1') !== MAGIC) {
    throw new Refused(/^UNTETHER-BACKUP \d+\n/.test(bytes.subarray(0, 24).toString('latin1'))
      ? 'This file was written by a newer version of Untether. Take the script of that version.'
      : 'This is not a sealed file of Untether.')
  }
  const end = bytes.indexOf(10, MAGIC.length)
  if (end === -1)
    throw new Refused('The file ends in its header: it was not copied whole.')
  /** @type {Header} */
  let header
  try {
    header = JSON.parse(bytes.subarray(MAGIC.length, end).toString('utf8'))
  }
  catch {
    throw new Refused('The header of the file is damaged.')
  }
  return { header, head: bytes.subarray(0, end + 1), body: bytes.subarray(end + 1) }
}

/**
 * The file's data key, from the first slot that the secret opens.
 * @param {Slot[]} slots
 * @param {string} secret
 */
function openSlots(slots, secret) {
  const code = recoveryCode(secret)
  const known = slots.filter(({ kind }) => kind === 'passphrase' || kind === 'recovery')
  if (known.length === 0)
    throw new Refused('This file has neither a passphrase nor a recovery code: only the computer that wrote it can open it.')
  for (const slot of known) {
    const meant = slot.kind === 'recovery' ? code : secret
    const key = meant === null ? null : openSlot(slot, meant)
    if (key)
      return key
  }
  return null
}

/**
 * @param {Slot} slot
 * @param {string} secret
 */
function openSlot({ kind, id, createdAt, kdf, nonce, box }, secret) {
  const { name, N, r, p, salt } = kdf
  if (name !== 'scrypt' || N > 2 ** 19 || r > 16 || p > 4)
    throw new Refused('The header of the file is damaged.')
  const key = scryptSync(secret.normalize('NFKC'), Buffer.from(salt, 'base64'), 32, { N, r, p, maxmem: 128 * r * (N + p + 2) })
  const bound = Buffer.from(JSON.stringify(['untether-slot', 1, kind, id, createdAt, name, N, r, p, salt]))
  return unsealed(key, Buffer.from(nonce, 'base64'), bound, Buffer.from(box, 'base64'))
}

/**
 * The content: chunk after chunk, then unpacked.
 * @param {Header} header
 * @param {Buffer} head
 * @param {Buffer} body
 * @param {Buffer} dataKey
 */
function openBody(header, head, body, dataKey) {
  const key = Buffer.from(hkdfSync('sha256', dataKey, Buffer.from(header.salt, 'base64'), 'untether backup 1', 32))
  const bound = createHash('sha256').update(head).digest()
  /** @type {Buffer[]} */
  const chunks = []
  for (let at = 0; at < body.length || chunks.length < 2;) {
    const end = at + 4 <= body.length ? at + 4 + body.readUInt32BE(at) : Number.POSITIVE_INFINITY
    if (end > body.length)
      throw new Refused('The file ends too early: it was not copied whole, or is damaged.')
    const nonce = Buffer.alloc(12)
    nonce.writeUInt32BE(chunks.length, 7)
    nonce[11] = end === body.length ? 1 : 0
    const chunk = unsealed(key, nonce, bound, body.subarray(at + 4, end))
    if (!chunk)
      throw new Refused('The file is damaged, or ends too early.')
    chunks.push(chunk)
    at = end
  }
  // The first is the summary.
  return gunzipSync(Buffer.concat(chunks.slice(1)), { maxOutputLength: MAX_CONTENT })
}

/**
 * AES-256-GCM, the tag at the end; null where it does not open.
 * @param {Buffer} key
 * @param {Buffer} nonce
 * @param {Buffer} bound
 * @param {Buffer} sealed
 */
function unsealed(key, nonce, bound, sealed) {
  if (sealed.length < TAG)
    return null
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
  decipher.setAAD(bound)
  decipher.setAuthTag(sealed.subarray(-TAG))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG)), decipher.final()])
  }
  catch {
    return null
  }
}

/**
 * Writes the lines as the app's own plain export; gives back how many there were.
 * @param {string} out
 * @param {Header} header
 * @param {Buffer} content
 */
function save(out, { schema, createdAt, app }, content) {
  /** @type {Map<string, string[]>} */
  const lists = new Map([...TABLES, 'events', 'files'].map(kind => [kind, []]))
  /** @type {{ changes: unknown[] }[]} */
  const events = []
  let count = 0
  let isWhole = false
  for (let at = 0; at < content.length;) {
    const found = content.indexOf(10, at)
    const end = found === -1 ? content.length : found
    const line = content.subarray(at, end).toString('utf8')
    at = end + 1
    const [kind, value] = JSON.parse(line)
    if (kind === 'end') {
      isWhole = value === count && at >= content.length
      break
    }
    count++
    if (kind === 'events') {
      events.push(value)
    }
    else if (kind === 'changes' && events.length > 0) {
      // Further changes of the event before.
      for (const change of value)
        events.at(-1)?.changes.push(change)
    }
    else {
      const list = lists.get(kind)
      if (!list)
        throw new Refused('The file holds what this script does not know. Take the script of the version that wrote it.')
      // The JSON as it stands in the line: `["kind",` before it, `]` behind it.
      list.push(line.slice(kind.length + 4, -1))
    }
  }
  const sum = createHash('sha256').update(`${JSON.stringify(['untether-export', 1, schema, createdAt, app])}\n`)
  lists.set('events', events.map(event => JSON.stringify(event)))
  for (const [kind, all] of lists)
    all.forEach(json => sum.update(`["${kind}",${json}]\n`))
  if (!isWhole)
    throw new Refused('The content of the file is not whole.')
  /** @param {string} kind */
  const list = kind => `"${kind}":[${(lists.get(kind) ?? []).map(json => `\n${json}`).join(',')}]`
  const start = JSON.stringify({ format: 'untether-export', version: 1, schema, createdAt, app, sha256: sum.digest('hex') })
  try {
    writeFileSync(out, `${start.slice(0, -1)},"tables":{\n${TABLES.map(list).join(',\n')}\n},\n${list('events')},\n${list('files')}}\n`, { flag: 'wx', mode: 0o600 })
  }
  catch (error) {
    throw /** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST' ? new Refused(`${out} is there already. Name another file with --out.`) : error
  }
  return [...lists.values()].reduce((sum, all) => sum + all.length, 0)
}

/**
 * A recovery code as it was made, from whatever was typed; null where it is none.
 * @param {string} text
 */
function recoveryCode(text) {
  const typed = text.normalize('NFKC').replace(/[\s\p{Pd}\u2212]/gu, '').toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return typed.length === 36 && [...typed].every(letter => ALPHABET.includes(letter)) ? typed.replace(/.{4}(?=.)/g, '$&-') : null
}

/** @returns {Promise<string>} what was typed or piped in */
async function askSecret() {
  const given = process.env.UNTETHER_PASSPHRASE
  if (given !== undefined)
    return given
  if (process.stdin.isTTY)
    return typed()
  process.stdin.setEncoding('utf8')
  let piped = ''
  for await (const part of process.stdin)
    piped += part
  return piped.replace(/\r?\n[\s\S]*$/, '')
}

/**
 * Asks on the terminal; nothing of what is typed is shown.
 * @returns {Promise<string>} what was typed
 */
function typed() {
  const { stdin, stderr } = process
  stderr.write('Passphrase or recovery code (not shown): ')
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  stdin.resume()
  return new Promise((resolve, reject) => {
    let text = ''
    /** @param {(() => void)} then */
    const end = (then) => {
      stdin.setRawMode(false)
      stdin.pause()
      stderr.write('\n')
      then()
    }
    stdin.on('data', (keys) => {
      for (const key of String(keys)) {
        if (key === '\r' || key === '\n' || key === '\u0004')
          return end(() => resolve(text))
        if (key === '\u0003')
          return end(() => reject(new Refused('Stopped.')))
        text = key === '\u007F' || key === '\b' ? [...text].slice(0, -1).join('') : key >= ' ' ? text + key : text
      }
    })
  })
}
