import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { RequestOutput } from '../../../shared/contract/contract.ts'
import type { PaperDraft, PaperSettings } from '../../../shared/paper/draft.ts'
import { useClient } from '../../api/client-context.tsx'
import { queryKey } from '../../api/queries.ts'
import { saveState } from '../../api/save-state.ts'
import { type Clash, PaperSaver } from './saver.ts'

export type PaperRead = RequestOutput<'papers.read'>

export interface Paper {
  readonly draft: PaperDraft
  readonly view: PaperRead['view']
  /** Text of a place as it stands on the screen, saved or not. */
  readonly textOf: (place: string) => string
  readonly edit: (place: string, text: string | null) => void
  readonly flush: () => Promise<void>
  readonly changeSettings: (settings: PaperSettings) => Promise<void>
  readonly clash: Clash | null
  readonly settleClash: (keep: 'mine' | 'theirs') => void
}

/**
 * An open paper: what is written goes to the saver at once; the view is read again after each save.
 * `onSaved` is called when a change is on disk.
 */
export function usePaper(read: PaperRead, onSaved: () => void): Paper {
  const client = useClient()
  const queries = useQueryClient()
  const { id } = read.draft
  const [local, setLocal] = useState<ReadonlyMap<string, string>>(new Map())
  const [clash, setClash] = useState<Clash | null>(null)
  const latest = useRef(0)

  const readAgain = useCallback(async () => {
    latest.current += 1
    const mine = latest.current
    const answer = await client.call('papers.read', { id })
    if (mine !== latest.current) return
    // What could not be read again is shown as it was; the top line and the preview say why.
    if (!answer.ok) return
    const { value } = answer
    queries.setQueryData(queryKey('papers.read', { id }), value)
    // What the ledger now says by itself needs no local copy any more.
    setLocal((texts) => without(texts, value))
  }, [client, id, queries])

  const events = useRef({ onSaved: (_draft: PaperDraft) => {}, onClash: (_clash: Clash) => {} })
  events.current = {
    onSaved: () => {
      // First what takes longest: the page follows the text.
      onSaved()
      void readAgain()
    },
    onClash: setClash,
  }
  const [saver] = useState(
    () =>
      new PaperSaver({
        client,
        state: saveState,
        draft: read.draft,
        events: () => events.current,
        newId: () => crypto.randomUUID(),
      }),
  )
  useEffect(() => saver.seen(read.draft), [saver, read.draft])
  useEffect(() => {
    const leave = () => void saver.flush()
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', leave)
      leave()
    }
  }, [saver])

  const serverTexts = useMemo(
    () => new Map(read.view.places.map((place) => [place.place, place])),
    [read.view.places],
  )
  const edit = useCallback(
    (place: string, text: string | null) => {
      const original = serverTexts.get(place)?.original ?? ''
      const shown = text ?? original
      setLocal((texts) => new Map(texts).set(place, shown))
      // The template's own words, by 元に戻す or typed again, are no edit.
      saver.edit(place, shown === original ? null : shown)
    },
    [saver, serverTexts],
  )
  const flush = useCallback(() => saver.flush(), [saver])
  const changeSettings = useCallback((settings: PaperSettings) => saver.changeSettings(settings), [saver])
  return {
    draft: read.draft,
    view: read.view,
    textOf: (place) => local.get(place) ?? serverTexts.get(place)?.text ?? '',
    edit,
    flush,
    changeSettings,
    clash,
    settleClash: (keep) => {
      if (!clash) return
      setClash(null)
      if (keep === 'mine') return saver.edit(clash.place, clash.mine)
      setLocal((texts) => {
        const rest = new Map(texts)
        rest.delete(clash.place)
        return rest
      })
      void readAgain()
    },
  }
}

/** Local texts that the ledger holds now are dropped; later ones stay. */
function without(texts: ReadonlyMap<string, string>, read: PaperRead): ReadonlyMap<string, string> {
  const server = new Map(read.view.places.map((place) => [place.place, place.text]))
  return new Map([...texts].filter(([place, text]) => server.get(place) !== text))
}
