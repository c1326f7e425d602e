import type { Identity } from './identity.ts'

/** 確認済（理由あり） of a finding. */
export interface FindingAcknowledgementTable extends Identity {
  rule: string
  place: string
  fingerprint: string
  place_words: string
  message: string
  reason: string
}
