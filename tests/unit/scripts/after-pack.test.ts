import { FuseV1Options } from '@electron/fuses'
import { describe, expect, it } from 'vitest'
import { fusesFor, settable } from '../../../scripts/after-pack.mjs'

describe('the fuses of a release', () => {
  it('check the archive where the system can, and are the same everywhere else', () => {
    const check = FuseV1Options.EnableEmbeddedAsarIntegrityValidation
    expect(['darwin', 'mas', 'win32', 'linux'].map(platform => fusesFor(platform)[check])).toEqual([true, true, true, false])
    expect({ ...fusesFor('win32'), [check]: false }).toEqual(fusesFor('linux'))
  })

  it('name every fuse that is known', () => {
    expect(Object.keys(fusesFor('linux')).map(Number)).toEqual(Object.values(FuseV1Options).filter(value => typeof value === 'number'))
  })

  it('leave out what the runtime is too old to have, by name', () => {
    const old = { version: '1', 0: 49, 1: 48, 2: 49, 3: 49, 4: 48, 5: 48, 6: 48 }
    const { fuses, missing } = settable(fusesFor('linux'), old)
    expect(Object.keys(fuses)).toEqual(['0', '1', '2', '3', '4', '5', '6'])
    expect(missing).toEqual(['GrantFileProtocolExtraPrivileges'])
    expect(settable(fusesFor('linux'), { ...old, 7: 49, 8: 49 })).toEqual({ fuses: fusesFor('linux'), missing: [] })
  })
})
