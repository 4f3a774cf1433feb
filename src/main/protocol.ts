import type { Session } from 'electron'
import { Buffer } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { protocol } from 'electron'
import { APP_SCHEME } from './address'
import { assetPath } from './asset-path'
import { contentPolicy } from './csp'

const mimeTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

const safeHeaders = {
  'Content-Security-Policy': contentPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), hid=(), microphone=(), midi=(), payment=(), serial=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
} as const

/** Pages that must work when the built files are gone or broken: path → content. */
export type BuiltInFiles = ReadonlyMap<string, () => string>

/** Announces the app's scheme. Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{
    scheme: APP_SCHEME,
    privileges: { standard: true, secure: true, codeCache: true },
  }])
}

/** Serves the folder of the built window, and nothing outside it, under the app's scheme. */
export function setupProtocol(session: Session, folder: string, builtIn: BuiltInFiles): void {
  session.protocol.handle(APP_SCHEME, request => answer(request, folder, builtIn))
}

/** One request: 405 for anything but reading, 403 for a refused path, 404 for a file that is not there. */
export async function answer(request: Pick<Request, 'method' | 'url'>, folder: string, builtIn: BuiltInFiles): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refusal(405)
  const path = assetPath(request.url)
  if (path === null)
    return refusal(403)
  const text = builtIn.get(path)?.()
  const file = join(folder, ...path.split('/'))
  if (text === undefined && !file.startsWith(folder + sep))
    return refusal(403)
  const body = text === undefined ? await readOrNull(file) : Buffer.from(text)
  if (body === null)
    return refusal(404)
  const type = mimeTypes[extname(path).toLowerCase()] ?? 'application/octet-stream'
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(body), { status: 200, headers: { ...safeHeaders, 'Content-Type': type } })
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: safeHeaders })
}

async function readOrNull(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file)
  }
  catch {
    return null
  }
}
