import { readNumber } from '../../cell/read-number.ts'
import type { StagedSession } from '../staged.ts'

export interface SessionState {
  readonly state: StagedSession['state']
  readonly reason: string
}

const held = /^(?:実施|開催|実施済み?|開催済み?|開所|○|〇|◯|予定どおり実施|有)$/
const notHeld = /^(?:開催|実施)?(中止|延期|取りやめ|取り止め|未実施|未開催|無)(?:[:：、,]?[\s　]*(.{1,60}))?$/
const because =
  /^(.{1,40}?)(?:のため|により|による|につき|で|に伴い)[、,]?(?:開催)?(中止|延期)(?:した|しました)?[。]?$/

/** 「中止（台風）」, 「台風のため中止」, 「延期：会場都合」 → state and reason (domain §2); null: it says no state. */
export function readSessionState(written: string): SessionState | null {
  const text = written.trim()
  if (text === '' || text.length > 120) return null
  const half = text.normalize('NFKC').replace(/\s/g, '')
  if (held.test(half)) return { state: 'held', reason: '' }
  const reading = readNumber(text, { door: 'import', dash: 'blank' })
  if (reading.outcome === 'state' && (reading.state === 'cancelled' || reading.state === 'postponed')) {
    const remark = reading.findings.flatMap((finding) => (finding.code === 'remark' ? [finding.text] : []))
    return { state: reading.state, reason: remark.join('、') }
  }
  const plain = notHeld.exec(half)
  if (plain) return { state: stateOf(plain[1]), reason: (plain[2] ?? '').replace(/^\((.*)\)$/, '$1') }
  const caused = because.exec(half)
  return caused === null ? null : { state: stateOf(caused[2]), reason: caused[1] ?? '' }
}

const stateOf = (word: string | undefined): SessionState['state'] =>
  word === '延期' ? 'postponed' : 'cancelled'
