import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import { needsReason, statesAfter } from '../../../shared/reports/transitions.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { build } from '../../ledger/query.ts'
import { saveReport } from '../../ledger/repositories/reports.ts'
import { act } from '../act.ts'
import type { WriterHandlers } from '../contexts.ts'

type Place = Parameters<typeof saveReport>[1]

/** `reports.move`: 受領, 差戻し, 再提出, 確認済 of a party's month. 確定 is not moved here. */
export const reportsWriter = {
  'reports.move': (input, context) => {
    const { party, form, month, to, revision } = input
    const reason = input.reason.trim()
    return act(context, `reports.${to}`, { ...input, reason }, (write) => {
      const now = reportOf(write, { party, form, month })
      const from = now?.state ?? 'missing'
      if (!statesAfter(from).includes(to)) {
        throw new AppFailure(appError('reportStateRefused', { from, to }, 'to'))
      }
      if (needsReason(from, to) && reason === '') {
        throw new AppFailure(appError('reasonMissing', {}, 'reason'))
      }
      const zeroDeclared = now?.zero === 1
      saveReport(write, { party, form, month }, { state: to, zeroDeclared }, revision)
      return { state: to, revision: reportOf(write, { party, form, month })?.revision ?? 0 }
    })
  },
} satisfies Pick<WriterHandlers, 'reports.move'>

function reportOf(reader: LedgerReader, { party, form, month }: Place) {
  return reader.get(
    build
      .selectFrom('report as r')
      .innerJoin('party', 'party.key', 'r.party_key')
      .select(['r.state', 'r.zero_declared as zero', 'r.revision'])
      .where('party.code', '=', party)
      .where('r.form', '=', form)
      .where('r.month', '=', month),
  )
}
