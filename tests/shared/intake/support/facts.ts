import type { IntakeFacts } from '../../../../src/shared/intake/facts.ts'
import { statistics } from '../../../../src/shared/statistics/catalogue/catalogue.ts'
import { codeLists } from '../../../samples/code-book.ts'

/** A division with two contractors, one by records, one by tally, and a contractor whose contract has ended. */
export const facts: IntakeFacts = {
  fiscalYear: 2024,
  parties: [
    {
      code: 'division',
      names: ['生活福祉課', '地域共生課', '西東京市'],
      programme: 'hikikomori',
      contractFrom: '2008-04-01',
      contractTo: null,
      forms: [
        { form: 'consultation', mode: 'records', from: '2022-04', to: null },
        { form: 'family', mode: 'records', from: '2024-04', to: null },
      ],
    },
    {
      code: 'neet-contractor',
      names: ['ひきこもり・ニート対策事業委託事業者', '受託法人Ｂ（架空）'],
      programme: 'hikikomori-neet',
      contractFrom: '2021-04-01',
      contractTo: '2024-03-31',
      forms: [
        { form: 'consultation', mode: 'records', from: '2022-04', to: '2024-03' },
        { form: 'place', mode: 'records', from: '2022-04', to: '2024-03' },
      ],
    },
    {
      code: 'contractor',
      names: ['ひきこもり支援事業委託事業者', '受託法人Ｂ（架空）'],
      programme: 'hikikomori',
      contractFrom: '2024-04-01',
      contractTo: '2027-03-31',
      forms: [
        { form: 'consultation', mode: 'records', from: '2024-04', to: null },
        { form: 'place', mode: 'records', from: '2024-04', to: null },
      ],
    },
    {
      code: 'workprep',
      names: ['就労準備支援事業委託事業者', '受託法人Ｃ（架空）'],
      programme: 'work-preparation',
      contractFrom: '2021-04-01',
      contractTo: '2026-03-31',
      forms: [{ form: 'consultation', mode: 'tally', from: '2022-04', to: null }],
    },
  ],
  programmes: [
    { code: 'hikikomori-neet', names: ['ひきこもり・ニート対策事業'] },
    { code: 'hikikomori', names: ['ひきこもり支援事業'] },
    { code: 'work-preparation', names: ['就労準備支援事業'] },
  ],
  venues: [
    { code: 'annex', names: ['消費者センター分館'] },
    { code: 'yato', names: ['谷戸高齢者在宅サービスセンター跡地'] },
  ],
  codes: codeLists,
  statistics,
}
