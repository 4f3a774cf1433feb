/** Which site a copy says it is a copy of, read from its address; null where it does not say. */
export function copiedHost(url: string): string | null {
  let path = url.replace(/^https?:\/\/[^/?#]+/i, '')
  try {
    path = decodeURIComponent(path)
  }
  catch {
    // A stray percent sign: read the path as it stands.
  }
  return /https?(?::\/{1,2}|-)((?:[a-z0-9-]+\.)+[a-z]{2,})/i.exec(path)?.[1]?.toLowerCase().replace(/^www\./, '') ?? null
}
