import { protocol } from 'electron'
import type { Backend } from '../backend/backend.ts'
import { safetyHeaders } from '../content-policy.ts'
import type { Site } from '../site.ts'
import { shellOrigin, shellScheme } from './origin.ts'

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: shellScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the screens and, by handle, the files that the backend keeps; nothing else exists. */
export function serveProtocol(site: Site, backend: Pick<Backend, 'file'>): void {
  protocol.handle(shellScheme, async (request) => {
    const address = new URL(request.url)
    if (`${shellScheme}://${address.host}` !== shellOrigin || request.method !== 'GET') return notFound()
    if (address.pathname.startsWith('/files/'))
      return keptFile(backend, address.pathname.slice('/files/'.length))
    const { status, headers, body } = await site.answer(address.pathname)
    return new Response(body, { status, headers })
  })
}

function keptFile(backend: Pick<Backend, 'file'>, handle: string): Response {
  const kept = backend.file(handle)
  if (!kept) return notFound()
  return new Response(kept.bytes, { headers: { ...safetyHeaders, 'Content-Type': kept.mediaType } })
}

const notFound = (): Response => new Response(null, { status: 404, headers: safetyHeaders })
