import type { PaperSettings } from '../../draft.ts'

/**
 * The draft that the demonstration ledger holds (domain §9): 文教厚生委員会, 令和６年12月10日 (the date
 * is fictional), as of 令和６年11月30日.
 */
export const demonstrationCouncilSettings: PaperSettings = {
  template: 'council',
  frame: { fiscalYear: 2024, period: { from: '2024-04', to: '2024-11' }, asOf: '2024-11-30' },
  title: 'ひきこもり支援の取組について',
  number: '資料１',
  meeting: '文教厚生委員会',
  meetingDate: '2024-12-10',
  numbering: 'city',
  wording: 'tidied',
  withFigures: true,
  tables: [],
}
