import { cpSync, rmSync } from 'node:fs'
import { verifyHistory } from '../../src/main/ledger/history/verify.ts'
import { checkLedger } from '../../src/main/ledger/open/check.ts'
import { closeLedger } from '../../src/main/ledger/open/close.ts'
import { openUnlocked } from '../../src/main/ledger/open/open.ts'
import type { TestLedger } from '../ledger/support.ts'

/**
 * What tells that a ledger was damaged: the code under which it does not open, a notice at opening,
 * or what check and verify find. Null: nothing tells, and that must not be.
 */
export function detected(made: TestLedger): string | null {
  const opened = openUnlocked({ ...made, mode: 'write', owner: 'x' })
  if (!opened.ok) return opened.error.code
  const ledger = opened.value
  try {
    const notice = ledger.notices.find(({ code }) => code !== 'checkPending')
    if (notice !== undefined) return notice.code
    const [damage] = checkLedger(ledger)
    if (damage !== undefined) return damage.check
    return verifyHistory(ledger).problems[0]?.kind ?? null
  } finally {
    closeLedger(ledger)
  }
}

/** Spoils a copy, and asks. */
export function detectedIn(made: TestLedger, copy: string, spoil: (folder: string) => void): string | null {
  rmSync(copy, { recursive: true, force: true })
  cpSync(made.path, copy, { recursive: true })
  spoil(copy)
  return detected({ ...made, path: copy })
}
