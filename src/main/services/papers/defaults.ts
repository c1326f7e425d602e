import type { PaperSettings } from '../../../shared/paper/draft.ts'
import type { TemplateCode } from '../../../shared/paper/model.ts'
import type { Day, FiscalYear } from '../../../shared/time/day.ts'
import { fiscalYearOf } from '../../../shared/time/fiscal-year.ts'
import { formatFiscalYear } from '../../../shared/time/format.ts'
import { defaultFrame } from '../../../shared/time/frame.ts'
import { defaultTitles } from '../../../shared/words/papers.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { readCity } from '../ledger-content/settings.ts'
import { summariseLedger } from '../ledger-summary.ts'
import { readPaperStyle } from '../paper-style.ts'

/** The latest year that holds anything, else the year of today. */
export function latestYear(reader: LedgerReader, today: Day): FiscalYear {
  return summariseLedger(reader).yearsWithData.at(-1) ?? fiscalYearOf(today)
}

/** Settings to begin a paper with: as of the year's end, or of today if earlier (domain §1). */
export function defaultSettings(
  reader: LedgerReader,
  template: TemplateCode,
  fiscalYear: FiscalYear,
  today: Day,
): PaperSettings {
  const isCouncil = template === 'council'
  return {
    template,
    frame: defaultFrame(fiscalYear, today),
    title: defaultTitles[template](formatFiscalYear(fiscalYear)),
    number: isCouncil ? '資料１' : '',
    meeting: isCouncil ? (readCity(reader)?.committee ?? '') : '',
    meetingDate: null,
    ...readPaperStyle(reader),
    withFigures: true,
    tables: [],
  }
}
