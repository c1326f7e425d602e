import type { Generated } from 'kysely'

export interface ActionTable {
  key: Generated<number>
  id: string
  kind: string
  staff: string
  reason: string
  at: string
  request: Uint8Array
  /** JSON. */
  answer: string
  first_seq: number
  last_seq: number
  mac: Uint8Array
}

export interface HistoryTable {
  seq: number
  action_key: number
  change: 'insert' | 'update' | 'delete' | 'none'
  table_name: string
  row_key: number
  row_id: string
  before_digest: Uint8Array | null
  after_digest: Uint8Array | null
  mac: Uint8Array
}

export interface HistoryImageTable {
  seq: number
  salt: Uint8Array
  before: string | null
  after: string | null
}
