import type { CollectionIssueView, CollectionParty } from '../../../shared/contract/schemas/collection.ts'
import { markOf } from '../../../shared/intake/collection/identity.ts'
import { dueDayOf } from '../../../shared/reports/board.ts'
import type { FormCode } from '../../../shared/statistics/rows.ts'
import { lastDayOf, monthsOf } from '../../../shared/time/calendar.ts'
import type { Day, FiscalYear } from '../../../shared/time/day.ts'
import { formatDay, formatPeriod } from '../../../shared/time/format.ts'
import { dayInJapan } from '../../../shared/time/japan.ts'
import { nameOn } from '../../../shared/time/names.ts'
import { formWords } from '../../../shared/words/checks.ts'
import type { CollectionBookInput } from '../../export/xlsx/collection/book-head.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { readIssues, type StoredIssue } from '../../ledger/repositories/collection.ts'
import { readDepartments } from '../../ledger/repositories/departments.ts'
import { readParties } from '../../ledger/repositories/parties.ts'
import type { ReaderContext, ReaderHandlers } from '../contexts.ts'
import { readMonthlyParties, readMonths } from '../monthly/months.ts'
import { readDueDay } from '../reports/due-day.ts'
import { type CollectionDraft, draftOf } from './draft.ts'

/** `collection.*` that read. */
export const collectionReader = {
  'collection.list': ({ fiscalYear }, { ledger, now }) =>
    ledger.snapshot(() => ({
      issues: readIssues(ledger, fiscalYear).map((issue) => viewOf(ledger, issue, dayInJapan(now()))),
    })),
  'collection.parties': ({ fiscalYear }, { ledger }) =>
    ledger.snapshot(() => ({ parties: partiesOf(ledger, fiscalYear) })),
  'collection.preview': (place, { ledger }) =>
    ledger.snapshot(() => {
      const draft = draftOf(ledger, place)
      const { content, months } = draft
      const earlier = readIssues(ledger, draft.fiscalYear).filter(
        (issue) =>
          issue.party === place.party &&
          issue.form === place.form &&
          issue.withdrawnOn === null &&
          issue.from <= place.to &&
          place.from <= issue.to,
      )
      return {
        mode: draft.mode,
        fileName: draft.fileName,
        dueOn: dueDayOf(place.to, readDueDay(ledger)),
        sendTo: officeName(ledger, lastDayOf(place.to)),
        sheets: content.sheets.map((sheet) => ({
          name: sheet.name,
          kind: sheet.kind,
          items:
            sheet.kind === 'tally'
              ? sheet.lines.map(({ label }) => label)
              : content.columns[sheet.kind].map(({ label }) => label),
        })),
        dropDowns: Object.keys(content.lists).length,
        asksYear: content.sheets.some(
          (sheet) => sheet.kind === 'tally' && sheet.lines.some(({ yearly }) => yearly),
        ),
        confirmed: months.flatMap(({ month, state }) => (state === 'confirmed' ? [month] : [])),
        issuedBefore: earlier.length,
      }
    }),
} satisfies Pick<ReaderHandlers, 'collection.list' | 'collection.parties' | 'collection.preview'>

/** What the backend needs to make a book. */
export interface IssueRequest {
  readonly party: string
  readonly form: FormCode
  readonly from: CollectionDraft['from']
  readonly to: CollectionDraft['to']
  readonly dueOn: Day
  readonly sendTo: string
}

export const collectionReaderTasks = {
  'collection.prepare': (
    input: IssueRequest,
    { ledger, newId, now }: ReaderContext,
  ): { readonly id: string; readonly draft: CollectionDraft; readonly book: CollectionBookInput } =>
    ledger.snapshot(() => {
      const { dueOn, sendTo, ...place } = input
      const draft = draftOf(ledger, place)
      const id = newId()
      const months = formatPeriod({ from: draft.from, to: draft.to })
      const head = {
        mark: markOf({ ledger: ledger.id, issue: id }),
        form: formWords[draft.form],
        party: draft.partyName,
        months,
        line: `${draft.partyName}　${months}`,
        due: formatDay(dueOn, { weekday: true }),
        sendTo: sendTo.trim(),
        mode: draft.mode,
      }
      return { id, draft, book: { content: draft.content, head, clock: now().toISOString() } }
    }),
}

function viewOf(reader: LedgerReader, issue: StoredIssue, today: Day): CollectionIssueView {
  const { fiscalYear, withdrawnOn, ...rest } = issue
  const wanted = new Set<string>(monthsOf({ from: issue.from, to: issue.to }))
  const months = readMonths(reader, issue.party, issue.form, fiscalYear).flatMap(({ month, state }) =>
    wanted.has(month) ? [{ month, state }] : [],
  )
  const open = months.filter(({ state }) => isOutstanding(state)).length
  const names = readParties(reader).find(({ code }) => code === issue.party)?.names ?? []
  const waiting = open === months.length ? 'waiting' : 'partly'
  const late = issue.dueOn < today ? 'overdue' : waiting
  return {
    ...rest,
    partyName: nameOn(names, lastDayOf(issue.to)) ?? issue.party,
    months,
    state: withdrawnOn !== null ? 'withdrawn' : open === 0 ? 'received' : late,
  }
}

const isOutstanding = (state: string): boolean => state === 'missing' || state === 'sentBack'

function partiesOf(reader: LedgerReader, fiscalYear: FiscalYear): CollectionParty[] {
  return readMonthlyParties(reader, fiscalYear).map(({ party, name, form }) => {
    const months = readMonths(reader, party, form, fiscalYear).flatMap(({ month, mode, state }) =>
      mode === 'unlisted' ? [] : [{ month, mode, state }],
    )
    const open = months.filter(({ state }) => isOutstanding(state))
    const [first] = open
    // A book is told in one way: it ends where that changes.
    const last = open.findLast(({ mode }) => mode === first?.mode)
    const outstanding =
      first === undefined || last === undefined ? null : { from: first.month, to: last.month }
    return { party, name, form, months, outstanding }
  })
}

/** The innermost office by its name of that day: to whom books return unless somebody says otherwise. */
function officeName(reader: LedgerReader, day: Day): string {
  return nameOn(readDepartments(reader).at(-1)?.names ?? [], day) ?? ''
}
