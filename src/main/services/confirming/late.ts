import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import { plain } from '../../../shared/contract/plain.ts'
import type { LateArrivalView } from '../../../shared/contract/schemas/confirming.ts'
import type { StagedRecord } from '../../../shared/intake/staged.ts'
import { findStatistic } from '../../../shared/statistics/catalogue/catalogue.ts'
import { lastDayOf } from '../../../shared/time/calendar.ts'
import { fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import { formatMonthDay } from '../../../shared/time/format.ts'
import { nameOn } from '../../../shared/time/names.ts'
import { confirmWords } from '../../../shared/words/confirming.ts'
import { historyScreen } from '../../../shared/words/history.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import {
  type LateArrival,
  readLateArrivals,
  settleLateArrival,
} from '../../ledger/repositories/late-arrivals.ts'
import { readParties } from '../../ledger/repositories/parties.ts'
import { act } from '../act.ts'
import type { ReaderHandlers, WriterHandlers } from '../contexts.ts'
import { assertMonthOpen, assertYearOpen } from '../guards/month-guard.ts'
import { writeRecord } from '../intake/write-records.ts'
import { readCodeLabels } from '../statistics/code-labels.ts'

const most = 500

/** `late.list`. */
export const lateReader = {
  'late.list': ({ fiscalYear }, { ledger }) =>
    ledger.snapshot(() => {
      const all = readLateArrivals(ledger, fiscalYear)
      const parties = new Map(readParties(ledger).map((row) => [row.code, row.names]))
      const arrivals = all.slice(0, most).map((arrival): LateArrivalView => {
        const { id, revision, party, form, month, arrivedOn, state } = arrival
        const day = lastDayOf(month ?? fiscalYearPeriod(arrival.fiscalYear).to)
        return {
          id,
          revision,
          party,
          name: nameOn(parties.get(party) ?? [], day) ?? party,
          form,
          fiscalYear: arrival.fiscalYear,
          month,
          words: wordsOf(ledger, arrival.record),
          place: historyScreen.inBook(arrival.fileName, arrival.place.sheet, arrival.place.row),
          arrivedOn,
          state,
          shut: isShut(ledger, arrival),
        }
      })
      return plain({ total: all.length, arrivals })
    }),
} satisfies Pick<ReaderHandlers, 'late.list'>

/** `late.take`, `late.dismiss`. */
export const lateWriter = {
  'late.take': (input, context) => {
    act(context, 'late.take', input, (write, at) => {
      const { record, replaces } = waiting(write, input.id)
      writeRecord(write, record, replaces, { at, newId: context.newId })
      settleLateArrival(write, input.id, input.revision, 'taken')
      return null
    })
    return {}
  },
  'late.dismiss': (input, context) => {
    const reason = input.reason.trim()
    act(context, 'late.dismiss', { ...input, reason }, (write) => {
      if (reason === '') throw new AppFailure(appError('reasonMissing', {}, 'reason'))
      waiting(write, input.id)
      settleLateArrival(write, input.id, input.revision, 'dismissed')
      return null
    })
    return {}
  },
} satisfies Pick<WriterHandlers, 'late.take' | 'late.dismiss'>

function waiting(reader: LedgerReader, id: string): LateArrival {
  const found = readLateArrivals(reader, null).find((arrival) => arrival.id === id)
  if (found === undefined) throw new AppFailure(appError('notFound', { table: 'late_arrival', id }, 'id'))
  return found
}

function isShut(reader: LedgerReader, { party, form, fiscalYear, month }: LateArrival): boolean {
  try {
    if (month === null) assertYearOpen(reader, party, form, fiscalYear)
    else assertMonthOpen(reader, party, form, month)
    return false
  } catch (error) {
    if (error instanceof AppFailure) return true
    throw error
  }
}

/** Which row it is, in words: never its free text. */
function wordsOf(reader: LedgerReader, record: StagedRecord): string {
  switch (record.kind) {
    case 'consultation': {
      const codes = readCodeLabels(reader, record.day)
      const method = codes.method?.find(({ code }) => code === record.method)?.label ?? record.method
      return [formatMonthDay(record.day), method, record.caseCode ?? confirmWords.late.anonymous].join('　')
    }
    case 'session':
      return record.title
    case 'tally': {
      const value = record.value === null ? '' : historyScreen.of('', String(record.value))
      return `${findStatistic(record.statistic)?.label ?? record.statistic}${value}`
    }
    case 'indicator':
      return record.name
  }
}
