import { failure, ok, type Result } from '../../../src/shared/contract/errors.ts'
import type { DryRun, IntakeRow } from '../../../src/shared/contract/schemas/intake.ts'
import type { BookProfile } from '../../../src/shared/intake/profile.ts'

const session = '0190f000-0000-7000-8000-000000000001'
const rule = { sheet: '{月}', use: true, kind: 'consultations', columns: [], activityKind: null } as const
const profile: BookProfile = {
  version: 1,
  kind: 'consultations',
  party: null,
  fiscalYear: null,
  sheets: [rule],
  values: {},
  answers: {},
}
const place = { sheet: '4月', row: 7, column: 3 }
const nothing = { read: 3, new: 0, changed: 0, same: 0, refused: 0, ignored: 3, late: 0, gone: 0 }

const emptyRun: DryRun = {
  accounting: nothing,
  warned: 0,
  newCases: 0,
  questions: [],
  unknownWords: [],
  findings: [],
  dropped: [],
  months: [],
  applicable: false,
}

/** Something of everything: late, gone, doubtful, not answered. */
const mixedRun: DryRun = {
  ...emptyRun,
  accounting: { read: 9, new: 2, changed: 1, same: 1, refused: 1, ignored: 3, late: 1, gone: 2 },
  warned: 1,
  newCases: 2,
  questions: [
    {
      code: 'brackets',
      message: '「45（12）」の括弧は、何の数ですか。',
      count: 4,
      examples: [{ place, text: '45（12）' }],
      choices: [
        { code: 'included', label: '内数' },
        { code: 'repeated', label: '再掲' },
      ],
      answer: null,
    },
  ],
  findings: [
    { code: 'otherYear', place, column: '', value: '', message: '前の年度のファイルかもしれません。' },
  ],
  dropped: [{ sheet: '4月', column: 2, head: '氏名' }],
  applicable: true,
}

const row = (index: number, outcome: IntakeRow['outcome'], more: Partial<IntakeRow>): IntakeRow => ({
  index,
  outcome,
  place: outcome === 'gone' ? null : { ...place, row: 7 + index },
  title: '４月３日　H041　電話',
  reason: null,
  changes: [],
  readings: [],
  problem: null,
  warnings: [],
  ...more,
})
const rows: readonly IntakeRow[] = [
  row(0, 'new', {
    readings: [
      { place, label: '受付日', text: 'Ｒ6.4.3', as: '令和６年４月３日', took: 'plain' },
      { place, label: '年齢', text: '５２', as: '52歳', took: 'plain' },
    ],
    warnings: [{ code: 'x', place, column: '年齢', value: '', message: '年齢がほかの行と違います。' }],
  }),
  row(1, 'changed', { changes: [{ field: 'age', label: '年齢', before: '51歳', after: '52歳' }] }),
  row(2, 'late', { reason: { code: 'periodConfirmed', message: '４月は確定しています。' } }),
  row(3, 'gone', {}),
]

type Answer = (input: Record<string, unknown>) => Result<unknown>

/** 取込 in memory: 「空.xlsx」 is an empty form, any other file has something of everything. */
export function fakeIntake(): Readonly<Record<string, Answer>> {
  let file = ''
  const isEmpty = () => file.endsWith('空.xlsx')
  return {
    'platform.listFiles': () =>
      ok({
        path: '/home/office/届いたもの',
        parent: '/home/office',
        folders: [{ name: '前の年度', path: '/home/office/届いたもの/前の年度', isLedger: false }],
        files: ['報告.xlsx', '空.xlsx'].map((name) => ({
          name,
          path: `/home/office/届いたもの/${name}`,
          bytes: 56_000,
          changedAt: '2024-12-06T03:03:00.000Z',
        })),
        cut: false,
        places: [{ label: 'ホーム', path: '/home/office' }],
      }),
    'platform.chooseFile': ({ path }) => {
      file = String(path)
      return ok({ file: { handle: 'bookbookbookbook', path, name: file.split('/').at(-1) } })
    },
    'collection.list': () => ok({ issues: [] }),
    'intake.profiles': () => ok({ profiles: [] }),
    'intake.receipts': () => ok({ receipts: [], total: 0 }),
    'intake.open': () =>
      ok({
        session,
        book: {
          name: file.split('/').at(-1),
          format: 'xlsx',
          digest: '0'.repeat(64),
          encoding: null,
          sheets: [
            { name: '4月', hidden: false, rows: 9, columns: 4 },
            { name: 'メモ', hidden: true, rows: 2, columns: 1 },
          ],
          findings: [
            {
              code: 'externalLinks',
              sheet: null,
              row: null,
              column: null,
              count: 3,
              message: '外部リンクが３か所あります（読みません）。',
            },
          ],
          isCollection: false,
        },
        kind: isEmpty() ? null : 'consultations',
        profile: isEmpty() ? null : profile,
        profileId: null,
        profileName: null,
        receivedBefore: null,
      }),
    'intake.layout': () =>
      ok({
        sheets: [
          {
            name: '4月',
            hidden: false,
            rows: 9,
            pattern: '{月}',
            use: true,
            kind: 'consultations',
            headRows: [3],
            columns: [
              { column: 1, head: '受付日', key: '受付日', fate: 'taken', field: 'day', code: null },
              { column: 2, head: '氏名', key: '氏名', fate: 'dropped', field: 'ignored', code: null },
            ],
            why: null,
          },
          {
            name: 'メモ',
            hidden: true,
            rows: 2,
            pattern: 'メモ',
            use: false,
            kind: null,
            headRows: [],
            columns: [],
            why: 'noHead',
          },
        ],
        choices: [{ kind: 'consultations', field: 'day', code: null, label: '受付日' }],
      }),
    'intake.preview': () =>
      ok({
        columns: 2,
        rows: [
          { number: 1, hidden: false, cells: ['相談受付簿'] },
          { number: 3, hidden: false, cells: ['受付日', '氏名'] },
          { number: 4, hidden: true, cells: ['Ｒ6.4.3', null] },
        ],
        merges: [{ fromRow: 1, fromColumn: 1, toRow: 1, toColumn: 2 }],
        hiddenColumns: [],
      }),
    'intake.read': () => ok(isEmpty() ? emptyRun : mixedRun),
    'intake.rows': ({ filter }) => {
      const chosen = rows.filter(({ outcome }) => filter === 'all' || outcome === filter)
      return ok({ rows: chosen, total: chosen.length })
    },
    'intake.sums': () => ok({ sums: [] }),
    'intake.close': () => ok({}),
    'intake.apply': () => failure('busy'),
    'settings.organisation': () =>
      ok({ parties: [], programmes: [], venues: [], departments: [], rules: [], staff: [] }),
    'codes.lists': () => ok({ lists: [], household8050: { minimumAge: 40, parentMinimumAge: 65 } }),
  }
}
