import { expect, it } from 'vitest'
import { contentPolicy, devContentPolicy } from '../../../src/main/csp'

it('lets a page load its own files and connect to nothing', () => {
  expect(contentPolicy).toBe('default-src \'none\'; script-src \'self\'; style-src \'self\'; img-src \'self\' data: blob:; font-src \'self\'; connect-src \'none\'; base-uri \'none\'; form-action \'none\'; frame-ancestors \'none\'; object-src \'none\'; worker-src \'self\'')
})

it('loosens only styles and the socket while developing', () => {
  const directives = (policy: string): Map<string, string> => new Map(policy.split('; ').map((line) => {
    const [name = '', ...values] = line.split(' ')
    return [name, values.join(' ')]
  }))
  const built = directives(contentPolicy)
  const loosened = [...directives(devContentPolicy(new URL('http://localhost:5173/')))].filter(([name, values]) => built.get(name) !== values)

  expect(loosened).toEqual([['style-src', '\'self\' \'unsafe-inline\''], ['connect-src', '\'self\' ws://localhost:5173']])
})
