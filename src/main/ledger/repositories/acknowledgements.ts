import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'
import type { LedgerWriter } from '../writer.ts'

/** 確認済（理由あり） of a finding: it holds while the finding sees the same values at the same place. */
export interface Acknowledgement {
  readonly id: string
  readonly revision: number
  readonly rule: string
  readonly place: string
  readonly fingerprint: string
  readonly reason: string
}

const columns = ['id', 'revision', 'rule', 'place', 'fingerprint', 'reason'] as const

export function readAcknowledgements(reader: LedgerReader): readonly Acknowledgement[] {
  return reader.all(build.selectFrom('finding_acknowledgement').select(columns).orderBy('key'))
}

/** Keeps the reason for a finding; for one that is acknowledged already it is the new reason. */
export function keepAcknowledgement(
  write: LedgerWriter,
  finding: Pick<Acknowledgement, 'rule' | 'place' | 'fingerprint' | 'reason'> & {
    readonly placeWords: string
    readonly message: string
  },
): string {
  const { rule, place, fingerprint, reason, placeWords, message } = finding
  const known = write.get(
    build
      .selectFrom('finding_acknowledgement')
      .select(['id', 'revision'])
      .where('rule', '=', rule)
      .where('place', '=', place)
      .where('fingerprint', '=', fingerprint),
  )
  const values = { reason, place_words: placeWords, message }
  if (known === undefined) {
    return write.insert('finding_acknowledgement', { rule, place, fingerprint, ...values }).id
  }
  write.update('finding_acknowledgement', known.id, known.revision, values)
  return known.id
}

/** Stops with `notFound` or `conflict`. */
export function withdrawAcknowledgement(write: LedgerWriter, id: string, seen: number): void {
  write.remove('finding_acknowledgement', id, seen)
}
