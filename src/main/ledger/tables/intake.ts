import type { Generated } from 'kysely'
import type { BookKind } from '../../../shared/intake/staged.ts'
import type { Month } from '../../../shared/time/day.ts'
import type { Identity } from './identity.ts'

export interface IntakeProfileTable extends Identity {
  party_key: number | null
  kind: BookKind
  name: string
  /** JSON of a `BookProfile`. */
  content: string
}

export interface BookReceiptTable extends Identity {
  file_name: string
  digest: string
  kind: BookKind
  party_key: number | null
  from_month: Month | null
  to_month: Month | null
  /** JSON of an `Accounting`. */
  counts: string
  withdrawn: Generated<number>
  staff: string
  at: string
  action_id: string
}
