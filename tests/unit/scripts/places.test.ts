import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { cacheFolder } from '../../../scripts/places.mjs'

it('keeps the cache where the person says, else where the system keeps caches', () => {
  expect(cacheFolder({ UNTETHER_CACHE: '/mine', XDG_CACHE_HOME: '/xdg' })).toBe('/mine')
  expect(cacheFolder({ XDG_CACHE_HOME: '/xdg' })).toBe(join('/xdg', 'untether-dev'))
  expect(cacheFolder({})).toBe(join(homedir(), '.cache', 'untether-dev'))
})
