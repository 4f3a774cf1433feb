import { app, clipboard } from 'electron'

/** How long a copied number or account stays on the clipboard, in milliseconds. */
const HELD_MS = 30_000

/** Puts text on the clipboard and takes it away after half a minute, or when the app ends, unless something else lies there by then. */
export function setupClipboard(): (text: string) => void {
  let held: string | null = null
  let timer: NodeJS.Timeout | undefined

  async function clear(): Promise<void> {
    clearTimeout(timer)
    const ours = held
    held = null
    if (ours !== null && await clipboard.readText() === ours)
      clipboard.clear()
  }

  app.on('before-quit', () => void clear())
  return (text) => {
    clearTimeout(timer)
    clipboard.writeText(text)
    held = text
    timer = setTimeout(() => void clear(), HELD_MS)
  }
}
