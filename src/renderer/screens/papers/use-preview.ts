import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Client } from '../../../shared/contract/client.ts'
import { type AppError, failure, ok, type Result } from '../../../shared/contract/errors.ts'
import type { BlockPosition } from '../../../shared/contract/schemas/papers.ts'
import { useClient } from '../../api/client-context.tsx'
import { openPdf } from './pdf.ts'

export interface PreviewDocument {
  readonly pdf: PDFDocumentProxy
  readonly pageCount: number
  readonly places: readonly BlockPosition[]
  readonly revision: number
}

export interface Preview {
  readonly document: PreviewDocument | null
  readonly error: AppError | null
  /** A newer one is being made. */
  readonly stale: boolean
  /** Asks for it again: after a save, or after a failure. */
  readonly request: () => void
}

/**
 * The PDF of a paper. `request` asks for a new one; the latest wins, older ones are given up. The first is
 * asked for when the paper opens.
 */
export function usePreview(id: string): Preview {
  const client = useClient()
  const [shown, setShown] = useState<PreviewDocument | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [stale, setStale] = useState(true)
  const running = useRef<AbortController>(null)
  const current = useRef<PreviewDocument>(null)

  const request = useCallback(() => {
    running.current?.abort()
    const abort = new AbortController()
    running.current = abort
    const made = make(client, id, abort.signal)
    setStale(true)
    void made.then((answer) => {
      if (abort.signal.aborted) {
        if (answer.ok) void answer.value.pdf.loadingTask.destroy()
        return
      }
      setStale(false)
      if (!answer.ok) {
        if (answer.error.code !== 'cancelled') setError(answer.error)
        return
      }
      const old = current.current
      current.current = answer.value
      setError(null)
      setShown(answer.value)
      // The old page is being drawn perhaps; it is let go when the new one has taken its place.
      if (old) setTimeout(() => void old.pdf.loadingTask.destroy(), 2000)
    })
  }, [client, id])

  useEffect(() => {
    request()
    return () => running.current?.abort()
  }, [request])

  return { document: shown, error, stale, request }
}

async function make(client: Client, id: string, signal: AbortSignal): Promise<Result<PreviewDocument>> {
  const answer = await client.call('papers.preview', { id }, { signal })
  if (!answer.ok) return answer
  const { file, pageCount, places, revision } = answer.value
  if (signal.aborted) return failure('cancelled')
  const bytes = await client.fetchFile(file.handle)
  if (!bytes.ok) return bytes
  try {
    return ok({ pdf: await openPdf(bytes.value), pageCount, places, revision })
  } catch {
    // pdf.js could not start its worker, or the bytes are no PDF: the paper itself is not touched.
    return failure('workerStopped')
  }
}
