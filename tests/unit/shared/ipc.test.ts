import { expect, it } from 'vitest'
import { callNames, menuCommands } from '../../../src/shared/ipc'

it('names every call once, area and verb', () => {
  expect(new Set(callNames).size).toBe(callNames.length)
  expect(callNames.filter(name => !/^[a-z]+:[a-z]+(?:-[a-z]+)*$/.test(name))).toEqual([])
})

it('names every command once', () => {
  expect(new Set(menuCommands).size).toBe(menuCommands.length)
})
