import type { Client } from '../../../shared/contract/client.ts'
import type { KeptDraft } from '../../../shared/contract/schemas/drafts.ts'
import type { Day } from '../../../shared/time/day.ts'
import { beginSession, type EntrySession } from './new-entry.tsx'

/** The form of this window by ledger: switching screens leaves it as it is. */
const sessions = new Map<string, EntrySession>()

export function sessionOf(
  ledger: string,
  client: Client,
  begin: { readonly day: Day; readonly party: string | null },
): EntrySession {
  const known = sessions.get(ledger)
  if (known !== undefined) return known
  return newSession(ledger, client, begin)
}

export function newSession(
  ledger: string,
  client: Client,
  begin: { readonly day: Day; readonly party: string | null },
  draft: KeptDraft | null = null,
): EntrySession {
  const session = beginSession(client, begin, draft)
  sessions.set(ledger, session)
  return session
}
