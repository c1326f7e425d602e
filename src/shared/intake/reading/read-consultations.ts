import { unknownCode } from '../../codes/code-list.ts'
import type { ReferralDepth } from '../../statistics/rows.ts'
import { monthOf } from '../../time/calendar.ts'
import { fold } from '../fold.ts'
import { natureOf } from '../layout/row-nature.ts'
import { problem } from '../problems.ts'
import type { StagedConsultation } from '../staged.ts'
import { type ContactPatch, patchReader } from './consultation-fields.ts'
import { createMonthColumn, lone } from './month-column.ts'
import { createRowReader, type ReadColumn, readEmpty } from './row-cells.ts'
import { checkMonth, checkRowTotal, needMonth } from './sheet-checks.ts'
import type { SheetContext } from './sheet-context.ts'

/** A register of contacts (相談受付簿): a row a contact (domain §4). */
export function readConsultations(context: SheetContext): void {
  const { layout, sink, body } = context
  const sheet = layout.sheet.name
  const columns = columnsOf(context)
  const readRow = createRowReader(columns, sheet, sink)
  const dayColumn = layout.columns.find(({ field }) => field === 'day')
  let contacts = 0
  const monthOfRow = createMonthColumn(layout, context.fiscalYear)
  for (const row of body) {
    context.current.month = monthOfRow(row) ?? lone(context.months)
    const place = { sheet, row: row.number, column: null }
    const nature = natureOf(row, layout)
    if (nature !== null) {
      if (nature === 'total') checkRowTotal(context, row, contacts)
      sink.ignore(place, nature)
      continue
    }
    contacts += 1
    const { values, readings, warnings, refusal } = readRow(row)
    if (refusal !== null) {
      sink.refuse(place, refusal)
      continue
    }
    const record = contactOf(values, context)
    if (record.day === null) {
      const at = { ...place, column: dayColumn?.column ?? null }
      sink.refuse(place, problem('dayMissing', at, dayColumn?.head ?? '', ''))
      continue
    }
    if (record.party === null) {
      sink.refuse(place, problem('partyUnknown', place, '', ''))
      continue
    }
    const contact: StagedConsultation = {
      ...record,
      day: record.day,
      party: record.party,
      month: monthOf(record.day),
    }
    const outside = checkMonth(
      context,
      contact.month,
      { ...place, column: dayColumn?.column ?? null },
      dayColumn?.head ?? '',
    )
    if (outside !== null) warnings.push(outside)
    sink.rows.push({ outcome: 'record', place, record: contact, readings, warnings })
  }
  needMonth(context)
}

function columnsOf(context: SheetContext): readonly ReadColumn<ContactPatch>[] {
  return context.layout.columns.flatMap((column) => {
    if (column.fate !== 'taken') return []
    const read = patchReader(column.field, column.code, fold(column.head), context)
    if (read === null) return []
    // An empty case number and an empty 新規 say something; other empty cells are 不明.
    const telling = column.field === 'caseCode' || column.field === 'newClaim'
    return [{ column, read, empty: telling ? readEmpty(read) : null }]
  })
}

type Unsettled = Omit<StagedConsultation, 'day' | 'month' | 'party'> & {
  readonly day: StagedConsultation['day'] | null
  readonly party: string | null
}

/** A つなぎ of which only the place is told is a 紹介. */
const usualDepth: ReferralDepth = 'introduced'
const depths: readonly string[] = [
  'informed',
  'introduced',
  'accompanied',
  'useConfirmed',
] satisfies readonly ReferralDepth[]
const isDepth = (code: string | undefined): code is ReferralDepth =>
  code !== undefined && depths.includes(code)

const noOthers: Readonly<Record<string, string>> = {}
const none: readonly string[] = []

/** Puts the patches of a row together. */
function contactOf(patches: readonly ContactPatch[], { party }: SheetContext): Unsettled {
  const single: Record<string, string> = {}
  const several: Record<string, readonly string[]> = {}
  let others = noOthers
  let whole: ContactPatch = {}
  for (const patch of patches) {
    if (patch.single !== undefined) Object.assign(single, patch.single)
    if (patch.several !== undefined) join(several, patch.several)
    if (patch.others !== undefined) others = { ...others, ...patch.others }
    if (patch.single === undefined && patch.several === undefined) whole = { ...whole, ...patch }
  }
  const depth = isDepth(whole.depth) ? whole.depth : usualDepth
  const said = (field: string): string => single[field] ?? unknownCode
  return {
    kind: 'consultation',
    party: whole.party ?? party,
    day: whole.day ?? null,
    caseCode: whole.caseCode ?? null,
    method: said('method'),
    supports: several.supports ?? none,
    caller: said('caller'),
    companions: several.companions ?? none,
    ageLow: whole.age?.low ?? null,
    ageHigh: whole.age?.high ?? null,
    sex: said('sex'),
    schooling: said('schooling'),
    economic: said('economic'),
    household: said('household'),
    area: said('area'),
    duration: said('duration'),
    route: said('route'),
    mainTopic: said('mainTopic'),
    topics: several.topics ?? none,
    factors: several.factors ?? none,
    referrals: (several.destinations ?? none).map((destination) => ({ destination, depth })),
    others,
    newClaim: whole.newClaim ?? null,
    note: whole.note ?? '',
  }
}

function join(
  into: Record<string, readonly string[]>,
  added: Readonly<Record<string, readonly string[]>>,
): void {
  for (const [field, codes] of Object.entries(added)) {
    const known = into[field]
    into[field] = known === undefined || known.length === 0 ? codes : [...new Set([...known, ...codes])]
  }
}
