import type { Database } from 'better-sqlite3'
import { fail } from '../failures.ts'
import type { AnchorState } from './anchor.ts'
import { type Link, lastLink, rootLink } from './chain.ts'

function macAt(connection: Database, key: Uint8Array, ledgerId: string, sequence: number): Buffer | null {
  if (sequence === 0) return rootLink(key, ledgerId).mac
  return (
    connection.prepare<[number], Buffer>('SELECT mac FROM history WHERE seq = ?').pluck().get(sequence) ??
    null
  )
}

/**
 * Compares the end of the history with the anchor (trust, Nothing gets lost §2). Stops with
 * `historyTailLost` {expected, found} when saved entries are gone (SQLite drops a damaged tail of its
 * log silently), `historyBroken` {place} when it is another history, or more than the one action ahead
 * that a crash between commit and anchor explains.
 *
 * `beside` is for a reader next to a running writer, which may have gone on since the anchor was read.
 */
export function compareAnchor(
  connection: Database,
  key: Uint8Array,
  ledgerId: string,
  anchor: AnchorState['newest'],
  beside: boolean,
): { readonly last: Link; readonly ahead: boolean } {
  const last = lastLink(connection, key, ledgerId)
  if (last.sequence < anchor.sequence) {
    fail('historyTailLost', { expected: anchor.sequence, found: last.sequence })
  }
  const anchored = macAt(connection, key, ledgerId, anchor.sequence)
  if (anchored === null || !anchored.equals(anchor.mac)) {
    fail('historyBroken', { place: `anchor ${anchor.sequence}`, sequence: anchor.sequence })
  }
  const ahead = last.sequence > anchor.sequence
  if (ahead && !beside) {
    const actions = connection
      .prepare<[number], number>('SELECT count(DISTINCT action_key) FROM history WHERE seq > ?')
      .pluck()
      .get(anchor.sequence)
    if (actions !== 1) {
      fail('historyBroken', { place: `anchor ${anchor.sequence}`, sequence: last.sequence })
    }
  }
  return { last, ahead }
}
