import type { Licence } from '../shared/ipc'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'

const parts = ['main', 'preload', 'renderer']

/** What is inside the program: the runtime, and each package that the build really took in. */
export async function readLicences(outFolder: string): Promise<readonly Licence[]> {
  const lists = await Promise.all(parts.map(part => readList(join(outFolder, part, 'licences.json'))))
  const byName = new Map(lists.flat().map(licence => [`${licence.name}@${licence.version}`, licence]))
  const packages = [...byName.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'))
  return [...runtime(), ...packages]
}

/** The runtime brings its full licence texts in files beside the program. */
function runtime(): Licence[] {
  const { electron = '', chrome = '', node = '' } = process.versions
  return [
    { name: 'Electron', version: electron, licence: 'MIT', text: '' },
    { name: 'Chromium', version: chrome, licence: 'BSD-3-Clause AND others', text: '' },
    { name: 'Node.js', version: node, licence: 'MIT AND others', text: '' },
  ]
}

async function readList(file: string): Promise<Licence[]> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Licence[]
  }
  catch {
    return []
  }
}
