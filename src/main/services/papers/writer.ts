import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import type { TimeFrame } from '../../../shared/time/day.ts'
import { fiscalYearOf } from '../../../shared/time/fiscal-year.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { insertPaper, removePaper, updatePaper } from '../../ledger/repositories/papers.ts'
import { act } from '../act.ts'
import type { WriterHandlers } from '../contexts.ts'
import { yearsWithData } from '../years-with-data.ts'
import { draftOf } from './reader.ts'

/**
 * `papers.*` that write: each one action in the history, given once for its action id. An edit keeps what
 * was typed, whatever it is; what is wrong with it is a finding of the view, never a lost sentence.
 */
export const papersWriter = {
  'papers.create': (input, context) =>
    act(context, 'papers.create', input, (write, at) => {
      requireData(write, input.settings.frame)
      return draftOf(write, insertPaper(write, input.settings, at).id)
    }),
  'papers.changeSettings': (input, context) =>
    act(context, 'papers.changeSettings', input, (write, at) => {
      const { frame } = draftOf(write, input.id).settings
      // A paper that is there keeps its year, whatever became of the year's records.
      if (frame.fiscalYear !== input.settings.frame.fiscalYear) requireData(write, input.settings.frame)
      updatePaper(write, input.id, input.revision, { settings: input.settings }, at)
      return draftOf(write, input.id)
    }),
  'papers.edit': (input, context) =>
    act(context, 'papers.edit', input, (write, at) => {
      if (!placePattern.test(input.place)) {
        throw new AppFailure(appError('malformedRequest', { request: 'papers.edit' }, 'place'))
      }
      const { [input.place]: _before, ...others } = draftOf(write, input.id).edits
      const edits = input.text === null ? others : { ...others, [input.place]: input.text }
      updatePaper(write, input.id, input.revision, { edits }, at)
      return draftOf(write, input.id)
    }),
  'papers.remove': (input, context) => {
    act(context, 'papers.remove', input, (write) => {
      const draft = draftOf(write, input.id)
      removePaper(write, input.id, input.revision)
      return draft
    })
    return {}
  },
} satisfies Pick<WriterHandlers, 'papers.create' | 'papers.changeSettings' | 'papers.edit' | 'papers.remove'>

/** A paper of a year without records could not be opened again. @throws AppFailure `noDataForYear` */
function requireData(reader: LedgerReader, { fiscalYear, period }: TimeFrame): void {
  const last = fiscalYearOf(period.to)
  const years = yearsWithData(reader)
  if (years.some((year) => year >= fiscalYear && year <= last)) return
  const parameters = { fiscalYear, years: years.join('、') }
  throw new AppFailure(appError('noDataForYear', parameters, 'settings.frame.fiscalYear'))
}

/** A block's id, or `blockId/index`; nothing that could name a property of every object. */
const placePattern = /^[A-Za-z][A-Za-z0-9.]{0,99}(?:\/\d{1,3})?$/
