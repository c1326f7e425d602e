import type { IncomingMessage } from 'node:http'
import { limits } from '../../shared/contract/limits.ts'

export type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'malformed' }

/** Reads a JSON body up to the contract's limit; more than that is never kept in memory. */
export async function readJsonBody(request: IncomingMessage): Promise<Body> {
  if (!/^application\/json\s*(;|$)/.test(request.headers['content-type'] ?? '')) return { kind: 'malformed' }
  if (Number(request.headers['content-length'] ?? 0) > limits.requestBytes) return { kind: 'tooLarge' }
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) return { kind: 'malformed' }
    bytes += chunk.byteLength
    if (bytes > limits.requestBytes) return { kind: 'tooLarge' }
    chunks.push(chunk)
  }
  try {
    return { kind: 'json', value: JSON.parse(Buffer.concat(chunks).toString('utf8')) }
  } catch {
    return { kind: 'malformed' }
  }
}
