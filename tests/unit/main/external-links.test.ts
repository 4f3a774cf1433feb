import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { openExternal, safeLink } from '../../../src/main/external-links'

const { openedLinks } = vi.hoisted(() => ({ openedLinks: [] as string[] }))
vi.mock('electron', () => ({ shell: { openExternal: async (url: string) => void openedLinks.push(url) } }))

it.each([
  ['https://voice.google.com/', 'https://voice.google.com/'],
  ['HTTPS://Example.COM/A?b=c#d', 'https://example.com/A?b=c#d'],
  ['https://例子.example/路', 'https://xn--fsqu00a.example/%E8%B7%AF'],
  ['https://example.com:8443/x', 'https://example.com:8443/x'],
])('takes %s', (url, link) => {
  expect(safeLink(url)).toBe(link)
})

it.each(['http://example.com', 'https:example.com', 'https:/example.com', 'https://', 'https://user@example.com', 'https://:secret@example.com', 'https://a\\@b.example', 'https://exam\tple.com', 'https://example.com/\u202Egnp.exe', 'javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'app://untether/', 'tel:+12025550123', ' https://example.com', '', `https://example.com/${'x'.repeat(2_048)}`])('refuses %s', (url) => {
  expect(safeLink(url)).toBeNull()
})

it('opens nothing but https, whatever it is given', async () => {
  const piece = fc.oneof(fc.webUrl(), fc.string(), fc.constantFrom('https://', 'http://', 'javascript:', '//', '@', ':', '\\', '\n'))
  await fc.assert(fc.asyncProperty(fc.array(piece, { maxLength: 4 }), async (pieces) => {
    const url = pieces.join('')
    openedLinks.length = 0
    const answer = await openExternal(url)
    expect(openedLinks.length).toBe(answer === 'opened' ? 1 : 0)
    for (const link of openedLinks)
      expect(new URL(link)).toMatchObject({ protocol: 'https:', username: '', password: '' })
  }))
})
