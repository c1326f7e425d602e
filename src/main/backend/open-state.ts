import path from 'node:path'
import type { LedgerStatus } from '../../shared/contract/schemas/ledger.ts'
import type { Day } from '../../shared/time/day.ts'
import { fiscalYearOf } from '../../shared/time/fiscal-year.ts'
import { defaultFrame } from '../../shared/time/frame.ts'
import type { StaffMember } from '../services/contexts.ts'
import type { LedgerSummary } from '../services/ledger-summary.ts'

/** What the backend knows of the ledger that is open. */
export interface OpenState {
  readonly path: string
  /** Kept while the ledger is open, so that a thread that died gets its ledger again; wiped on closing. */
  readonly key: Uint8Array
  readonly readOnly: LedgerStatus['readOnly']
  check: LedgerStatus['check']
  summary: LedgerSummary
  staff: StaffMember | null
  /** False while it is being opened: threads need it already, requests must not see it yet. */
  ready: boolean
}

/** A ledger whose threads are still to be given it. */
export const beginOpening = (about: Pick<OpenState, 'path' | 'key' | 'readOnly' | 'check'>): OpenState => ({
  ...about,
  summary: {
    name: '',
    city: '',
    fictional: false,
    yearsWithData: [],
    revision: 0,
    lastSavedAt: null,
    lastBackupAt: null,
    staff: [],
  },
  staff: null,
  ready: false,
})

/** What the screens are told of an open ledger, on a day of Japan. */
export function statusOf(open: OpenState, today: Day): LedgerStatus {
  const { summary } = open
  const years = summary.yearsWithData
  return {
    path: open.path,
    name: summary.name || path.basename(open.path, '.daicho'),
    city: summary.city,
    fictional: summary.fictional,
    readOnly: open.readOnly,
    check: open.check,
    staff: summary.staff.find(({ id }) => id === open.staff?.id) ?? null,
    frame: defaultFrame(years.at(-1) ?? fiscalYearOf(today), today),
    yearsWithData: [...years],
    revision: summary.revision,
    lastSavedAt: summary.lastSavedAt,
    lastBackupAt: summary.lastBackupAt,
  }
}
