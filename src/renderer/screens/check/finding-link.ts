import type { Finding } from '../../../shared/contract/schemas/ledger.ts'
import { checkScreenWords } from '../../../shared/words/check-screen.ts'

const words = checkScreenWords.panel

/** Where a finding leads, and how its button is called: the record, the cell, the list, or the board. */
export function findingLink(finding: Finding): { readonly to: string; readonly words: string } | null {
  const { rule, table, rowId, party, month, statistic } = finding
  const address = (path: string, parts: Readonly<Record<string, string | null>>): string => {
    const given = Object.entries(parts).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
    return `${path}?${new URLSearchParams(given)}`
  }
  if (table === 'activity' && rowId !== null) {
    return { to: address('/activities', { id: rowId }), words: words.openRecord }
  }
  if (table === 'consultation' && rowId !== null) {
    return { to: address('/consultations', { id: rowId, month: 'all' }), words: words.openRecord }
  }
  if (rule === 'recordsInTallyMonth') {
    return { to: address('/consultations', { party, month }), words: words.openList }
  }
  if (rule === 'missingReport' || rule === 'lateReport' || rule === 'reportSentBack')
    return { to: '/', words: words.openBoard }
  if (party === null) return null
  return {
    to: address('/monthly', { party, year: String(finding.fiscalYear), month, statistic }),
    words: words.openCell,
  }
}
