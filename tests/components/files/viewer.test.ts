import type { AppOptions } from '../app'
import { describe, expect, it, vi } from 'vitest'
import { h, shallowRef } from 'vue'
import FileList from '../../../src/renderer/app/files/FileList.vue'
import { fileView, SHOWN_BYTES } from '../../../src/renderer/app/files/file-view'
import { headers, onePixel } from '../../unit/core/files/pictures'
import { TODAY } from '../../data/open'
import { startApp } from '../app'
import { appears, find, named, press, settle, until } from '../page'
import { violations } from '../ui/axe'

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="window.wasRun = 1"><script>window.wasRun = 1</script><a href="https://example.com"><text>hi</text></a></svg>'
const png = (name = 'login.png'): File => new File([onePixel.png], name, { type: 'image/png' })
const letter = (): File => new File(['Dear Mei'], 'letter.txt', { type: 'text/plain' })

/** The list for one binding of the sample, beside a field that takes words, with these files in it. */
async function list(files: readonly File[] = [], options: AppOptions = {}) {
  const bindingId = shallowRef('')
  const app = await startApp({
    isSample: true,
    ...options,
    beside: { render: () => h('div', [
      h('input', { 'aria-label': 'elsewhere' }),
      bindingId.value ? h(FileList, { owner: { ownerTable: 'bindings', ownerId: bindingId.value } }) : null,
    ]) },
  })
  bindingId.value = [...app.record.facts().bindings.keys()][0]!
  for (const file of files)
    await app.untether.attach({ ownerTable: 'bindings', ownerId: bindingId.value }, file)
  await settle()
  return app
}

/** What a drag or the clipboard carries. */
async function give(type: 'drop' | 'dragenter' | 'dragover' | 'dragleave' | 'paste', files: readonly File[], { on = 'section.files', words = false } = {}): Promise<Event> {
  const event = new Event(type, { bubbles: true, cancelable: true })
  const data = { files, types: [...words ? ['text/plain'] : [], ...files.length > 0 ? ['Files'] : []], items: files.map(() => ({ kind: 'file' })), dropEffect: '' }
  Object.assign(event, type === 'paste' ? { clipboardData: data } : { dataTransfer: data })
  find(on).dispatchEvent(event)
  await settle()
  await until(() => !document.body.textContent!.includes('Sealing'))
  return event
}

async function look(name: string): Promise<HTMLElement> {
  const row = named(`Look at ${name}`)
  row.focus()
  row.click()
  await appears('[role=dialog] .sheet')
  await until(() => document.querySelector('.sheet[aria-busy=true]') === null)
  await settle()
  return find<HTMLElement>('.sheet')
}

const rows = (): string[] => [...document.querySelectorAll('li button[title]')].map(row => row.textContent!.trim())

describe('files that are dropped or pasted', () => {
  it('on the list are kept, several at once, and the place shows that it takes them', async () => {
    const { record } = await list()
    await give('dragenter', [png()])
    expect(find('section.files').className).toContain('is-over')
    expect(document.body.textContent).toContain('Drop to attach')
    await give('dragleave', [png()])
    expect(find('section.files').className).not.toContain('is-over')
    expect((await give('drop', [png(), letter()])).defaultPrevented).toBe(true)
    expect(rows()).toEqual(['login.png', 'letter.txt'])
    expect([...record.facts().attachments.values()].map(({ mediaType }) => mediaType).sort()).toEqual(['image/png', 'text/plain'])
  })

  it.each([['en', 'Screenshot'], ['zh-CN', '截图']] as const)('from the clipboard get a name in %s, each its own', async (language, word) => {
    await list([], { language })
    await give('paste', [png('image.png')])
    await give('paste', [png('image.png'), letter()])
    expect(rows()).toEqual([`${word} ${TODAY}.png`, `${word} ${TODAY} (2).png`, 'letter.txt'])
  })

  it('while others are still being sealed wait for their turn', async () => {
    await list()
    await Promise.all([give('paste', [png('image.png')]), give('paste', [png('image.png')]), give('drop', [letter()])])
    await until(() => rows().length === 3)
    expect(rows()).toEqual([`Screenshot ${TODAY}.png`, `Screenshot ${TODAY} (2).png`, 'letter.txt'])
  })

  it('are left to a field that wants the words, and to nobody where the keyboard is elsewhere', async () => {
    await list()
    find('section.files').append(document.createElement('textarea'))
    expect((await give('paste', [png('image.png')], { on: 'section textarea', words: true })).defaultPrevented).toBe(false)
    await give('paste', [png('image.png')], { on: 'input[aria-label=elsewhere]' })
    await give('paste', [])
    expect(rows()).toEqual([])
    // A field can do nothing with a picture.
    await give('paste', [png('image.png')], { on: 'section textarea' })
    expect(rows()).toHaveLength(1)
  })

  it('are kept without the one that is too large, which is told of', async () => {
    const { untether } = await list()
    const large = Object.defineProperty(png('huge.png'), 'size', { value: 20 * 1024 * 1024 + 1 })
    await give('drop', [png(), large, letter()])
    expect(rows()).toEqual(['login.png', 'letter.txt'])
    expect(untether.notice.value).toMatchObject({ kind: 'refused', refused: 'file-too-large' })
  })

  it('that are not what their name says are kept as what they are, and told of', async () => {
    const { record } = await list([new File(['%PDF-1.7'], 'login.png', { type: 'image/png' }), new File(['MZ\0\u0001'], 'bill.pdf', { type: 'application/pdf' }), letter()])
    expect([...record.facts().attachments.values()].map(({ mediaType }) => mediaType).sort()).toEqual(['application/octet-stream', 'application/pdf', 'text/plain'])
    expect([...document.querySelectorAll('li')].map(row => ['PDF', 'Unknown kind', 'Text'].find(kind => row.textContent!.includes(`Content: ${kind}`)) ?? null)).toEqual(['PDF', 'Unknown kind', null])
  })
})

describe('the viewer', () => {
  it.each(['en', 'zh-CN'] as const)('holds against axe in %s, with a picture and with letters', async (language) => {
    await list([png(), letter()], { language })
    find<HTMLElement>('li button[title]').click()
    await appears('.sheet img')
    expect(await violations(find('[role=dialog]'))).toEqual([])
    await press('ArrowRight')
    await appears('.sheet pre')
    expect(await violations(find('[role=dialog]'))).toEqual([])
  })

  it('goes from file to file by arrow keys, and gives the keyboard back', async () => {
    await list([png(), letter()])
    await look('login.png')
    const image = await appears('.sheet img') as HTMLImageElement
    expect(image.src).toMatch(/^blob:/)
    expect(image.alt).toBe('login.png')
    expect(find('[role=dialog]').textContent).toContain('1 × 1')
    find<HTMLElement>('.sheet').focus()
    await press('ArrowRight')
    expect((await appears('.sheet pre')).textContent).toBe('Dear Mei')
    await press('ArrowRight')
    expect(find('[role=dialog]').textContent).toContain('2 of 2')
    await press('ArrowLeft')
    await appears('.sheet img')
    await press('Escape')
    await until(() => document.querySelector('[role=dialog]') === null)
    await until(() => document.activeElement === named('Look at login.png'))
    expect(document.activeElement).toBe(named('Look at login.png'))
  })

  it('lets go of a picture\'s address when it is left', async () => {
    const revoke = vi.spyOn(URL, 'revokeObjectURL')
    await list([png(), letter()])
    await look('login.png')
    const { src } = await appears('.sheet img') as HTMLImageElement
    await press('ArrowRight')
    await appears('.sheet pre')
    expect(revoke).toHaveBeenCalledWith(src)
    revoke.mockRestore()
  })

  it('removes a file, with a way back', async () => {
    const { untether } = await list([png(), letter()])
    await look('login.png')
    ;[...document.querySelectorAll<HTMLElement>('[role=dialog] button')].find(button => button.textContent!.trim() === 'Remove')!.click()
    await until(() => document.querySelector('[role=dialog]') === null)
    expect(rows()).toEqual(['letter.txt'])
    await until(() => document.activeElement?.textContent?.includes('Attach') ?? false)
    expect(document.activeElement?.textContent).toContain('Attach')
    await untether.undo()
    await settle()
    expect(rows()).toEqual(['login.png', 'letter.txt'])
  })

  it('shows the source of a drawing, and nothing of it is an element or is run', async () => {
    await list([new File([SVG], 'logo.png', { type: 'image/png' })])
    const sheet = await look('logo.png')
    expect(sheet.querySelector('pre')!.textContent).toBe(SVG)
    expect(sheet.querySelectorAll('svg, script, a, text, img, iframe, object, embed')).toHaveLength(0)
    expect('wasRun' in window).toBe(false)
    expect(find('[role=dialog]').textContent).toContain('Its name says “PNG image”, its content says “SVG drawing”.')
  })

  it.each([
    ['bomb.png', headers.png(100_000, 100_000), 'would be 100,000 × 100,000 pixels'],
    ['bomb.jpg', headers.jpeg(65_000, 65_000), 'would be 65,000 × 65,000 pixels'],
    ['cut.png', onePixel.png.subarray(0, 14), 'cannot be read'],
    ['bill.pdf', new TextEncoder().encode('%PDF-1.7'), 'A PDF can hold programs'],
    ['tool.exe', Uint8Array.from([0x4D, 0x5A, 0, 1]), 'not opened here'],
    ['empty.png', new Uint8Array(), 'The file is empty'],
  ])('says in words why %s is not shown', async (name, content, words) => {
    await list([new File([content as Uint8Array<ArrayBuffer>], name)])
    const sheet = await look(name)
    expect(sheet.textContent).toContain(words)
    expect(sheet.querySelector('img')).toBe(null)
    expect(await violations(find('[role=dialog]'))).toEqual([])
  })

  it('says so where a picture turns out to be broken', async () => {
    await list([png()])
    await look('login.png')
    ;(await appears('.sheet img')).dispatchEvent(new Event('error'))
    await settle()
    expect(find('.sheet').textContent).toContain('cannot be read')
  })
})

describe('what is shown of a text', () => {
  const shown = (...content: number[]): string => {
    const view = fileView(Uint8Array.from(content))
    return view.is === 'text' ? view.text : view.is
  }

  it('is read by its mark, as UTF-8, or as written on older Chinese systems', () => {
    expect(shown(...new TextEncoder().encode('\uFEFF你好'))).toBe('你好')
    expect(shown(...new TextEncoder().encode('你好'))).toBe('你好')
    expect(shown(0xFF, 0xFE, 0x60, 0x4F)).toBe('你')
    expect(shown(0xFE, 0xFF, 0x4F, 0x60)).toBe('你')
    expect(shown(0xC4, 0xE3, 0xBA, 0xC3)).toBe('你好')
    expect(shown(0x63, 0x61, 0x66, 0xE9, 0x20, 0xFF)).toBe('café ÿ')
  })

  it('is its beginning where it is long, cut between two letters or not', () => {
    const view = fileView(new TextEncoder().encode(`a${'你'.repeat(SHOWN_BYTES)}`))
    expect(view).toMatchObject({ is: 'text', isCut: true })
    expect(view.is === 'text' && view.text).toBe(`a${'你'.repeat(Math.floor((SHOWN_BYTES - 1) / 3))}`)
  })
})
