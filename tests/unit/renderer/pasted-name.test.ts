import { expect, it } from 'vitest'
import { freeName, isNameless } from '../../../src/renderer/app/files/pasted-name'

it('a name is free when nothing of the list has it', () => {
  expect(freeName('Screenshot', '.png', [])).toBe('Screenshot.png')
  expect(freeName('Screenshot', '.png', ['Screenshot.png', 'Screenshot (2).png'])).toBe('Screenshot (3).png')
})

it('what the engine called "image" had no name', () => {
  expect(isNameless({ name: 'image.png' })).toBe(true)
  expect(isNameless({ name: 'image of my card.png' })).toBe(false)
})
