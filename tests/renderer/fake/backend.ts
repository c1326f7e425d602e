import { randomUUID } from 'node:crypto'
import PDFDocument from 'pdfkit'
import type { HostedBackend } from '../../../src/main/host/server.ts'
import { type AppError, failure, ok, type Result } from '../../../src/shared/contract/errors.ts'
import type { AppEvent } from '../../../src/shared/contract/events.ts'
import type { LedgerStatus } from '../../../src/shared/contract/schemas/ledger.ts'
import { defaultPreferences } from '../../../src/shared/contract/schemas/platform.ts'
import type { PaperDraft, PaperSettings } from '../../../src/shared/paper/draft.ts'
import type { TimeFrame } from '../../../src/shared/time/day.ts'
import { fakeIntake } from './intake.ts'
import { fakeView } from './paper.ts'

export const fakeRecoveryKey = '7K3M-9PQR-2XWT-05VB-H6NC-8ZDY-4JGF-1ASE'

const frame: TimeFrame = {
  fiscalYear: 2024,
  period: { from: '2024-04', to: '2024-11' },
  asOf: '2024-11-30',
}

const council: PaperSettings = {
  template: 'council',
  frame,
  title: 'ひきこもり支援について',
  number: '資料１',
  meeting: '文教厚生委員会',
  meetingDate: '2024-12-10',
  numbering: 'city',
  wording: 'asWritten',
  withFigures: true,
  tables: [],
}

export interface FakeBackend extends HostedBackend {
  /** The next answer to a request, in place of the usual one. */
  failNext(name: string, error: AppError): void
  /** Every answer to a request, until `null`. */
  failAlways(name: string, error: AppError | null): void
  tell(event: AppEvent): void
  readonly draft: PaperDraft
  /** As if another window had written. */
  writeElsewhere(place: string, text: string): void
  readonly heard: readonly { readonly name: string; readonly input: unknown }[]
  /** As it was at the beginning: no ledger open. */
  reset(): void
}

/**
 * The contract in memory, so that every state of the screens can be brought about at will: each failure to
 * open, a full disk while saving, a clash with another window.
 */
export function fakeBackend(options: { readonly recent?: boolean } = {}): FakeBackend {
  let ledger: LedgerStatus | null = null
  let draft: PaperDraft = { id: 'paper-1', revision: 1, settings: council, edits: {} }
  let preferences = defaultPreferences
  let pdf: Uint8Array<ArrayBuffer> = new Uint8Array()
  const failOnce = new Map<string, AppError>()
  const failing = new Map<string, AppError>()
  const listeners = new Set<(event: AppEvent) => void>()
  const heard: { name: string; input: unknown }[] = []
  const tell = (event: AppEvent) => {
    for (const listener of listeners) listener(event)
  }
  const open = (fictional: boolean): LedgerStatus => ({
    path: '/home/office/西東京市_福祉台帳.daicho',
    name: fictional ? '見本の台帳' : '西東京市_福祉台帳',
    city: '西東京市',
    fictional,
    readOnly: null,
    check: null,
    staff: { id: 'staff-1', name: '高橋', active: true },
    frame,
    yearsWithData: [2022, 2023, 2024],
    revision: 1,
    lastSavedAt: '2024-12-06T03:03:00.000Z',
    lastBackupAt: null,
  })
  const save = (next: PaperDraft): Result<unknown> => {
    draft = { ...next, revision: draft.revision + 1 }
    tell({ event: 'saved', at: '2024-12-06T03:04:00.000Z', revision: draft.revision })
    return ok(draft)
  }
  const answers: Readonly<
    Record<string, (input: Record<string, unknown>) => Result<unknown> | Promise<Result<unknown>>>
  > = {
    'app.info': () =>
      ok({
        version: '0.1.0',
        door: 'host',
        doorReason: 'このPCのブラウザーで表示しています。',
        chooser: 'list',
        fictional: ledger?.fictional ?? false,
      }),
    'platform.preferences': () => ok(preferences),
    'platform.setPreferences': (input) => {
      preferences = input as typeof preferences
      return ok(preferences)
    },
    'platform.recentLedgers': () =>
      ok({
        ledgers: options.recent
          ? [
              {
                path: '/home/office/西東京市_福祉台帳.daicho',
                name: '西東京市_福祉台帳',
                openedAt: '2025-02-06T08:29:00.000Z',
                fictional: false,
                present: true,
              },
              {
                path: '/home/office/研修/西東京市_福祉台帳_研修用.daicho',
                name: '西東京市_福祉台帳_研修用',
                openedAt: '2025-01-20T06:02:00.000Z',
                fictional: false,
                present: false,
              },
            ]
          : [],
      }),
    'platform.listFolders': () =>
      ok({
        path: '/home/office',
        parent: '/home',
        folders: [
          { name: '書類', path: '/home/office/書類', isLedger: false },
          {
            name: '西東京市_福祉台帳.daicho',
            path: '/home/office/西東京市_福祉台帳.daicho',
            isLedger: true,
          },
        ],
        cut: false,
        places: [{ label: 'ホーム', path: '/home/office' }],
      }),
    'platform.chooseFolder': (input) =>
      ok({ folder: { handle: 'folderfolderfolder', path: input.path ?? '/home/office', name: '書類' } }),
    'platform.forgetLedger': () => ok({}),
    'platform.reveal': () => ok({ shown: false }),
    'ledger.status': () => ok({ ledger }),
    'ledger.openDemo': () => {
      ledger = open(true)
      return ok(ledger)
    },
    'ledger.open': (input) => {
      ledger = { ...open(false), readOnly: input.readOnly === true ? 'asked' : null }
      return ok(ledger)
    },
    'ledger.create': () => {
      const failure = failOnce.get('ledger.open') ?? null
      failOnce.delete('ledger.open')
      const made = open(false)
      ledger = failure === null ? made : null
      return ok({ path: made.path, recoveryKey: fakeRecoveryKey, ledger, failure })
    },
    'ledger.close': () => {
      ledger = null
      return ok({})
    },
    'ledger.backups': () =>
      ok({
        backups: [0, 12, 76].map((missing, index) => ({
          path: `/backups/${index}.daicho-backup`,
          takenAt: `2025-02-06T0${8 - index * 2}:30:00.000Z`,
          reason: index === 0 ? 'close' : 'hourly',
          verified: true,
          historyCount: 12467 - missing,
          missing: index === 0 ? 0 : missing,
          bytes: 1000,
        })),
      }),
    'ledger.restore': () => {
      ledger = open(false)
      return ok({ kept: '/home/office/kept.daicho', ledger })
    },
    'staff.list': () => ok({ staff: [{ id: 'staff-1', name: '高橋', active: true }], chosen: 'staff-1' }),
    'staff.choose': () => ok({ id: 'staff-1', name: '高橋', active: true }),
    'papers.templates': () =>
      ok({
        templates: [
          {
            code: 'council',
            label: '議会・委員会資料',
            description: '計画での位置づけ、国の動き、当市の取組、次年度の方針、まとめ。',
            formats: ['pdf', 'xlsx'],
            defaults: council,
          },
          {
            code: 'annual',
            label: '年報（事業報告）',
            description: '事業概要、実績数値、統計表。',
            formats: ['pdf', 'xlsx'],
            defaults: { ...council, template: 'annual', title: '令和６年度　年報' },
          },
          {
            code: 'tables',
            label: '統計表',
            description: '選んだ統計項目を、内訳と年度の別に表にします。',
            formats: ['pdf', 'xlsx'],
            defaults: { ...council, template: 'tables', title: '統計表' },
          },
        ],
      }),
    'home.read': (input) =>
      ok({
        fiscalYear: 2024,
        today: (input.frame as TimeFrame).asOf,
        board: [],
        coming: [],
        overdue: [],
        overdueTotal: 0,
        changes: [],
        drafts: [],
        backup: null,
      }),
    'check.run': () => ok({ findings: [], total: 0, counts: { errors: 0, warnings: 0, acknowledged: 0 } }),
    'history.undoList': () => ok({ undo: null, redo: null, actions: [] }),
    'history.clock': () => ok({ behind: null }),
    'history.facets': () => ok({ who: [], kinds: [], tables: [] }),
    'history.search': () => ok({ actions: [], next: null }),
    'history.verify': () => ok({ entries: 12_481, problems: [] }),
    'papers.list': () =>
      ok({
        papers: [
          {
            id: draft.id,
            revision: draft.revision,
            template: draft.settings.template,
            title: draft.settings.title,
            meeting: draft.settings.meeting,
            meetingDate: draft.settings.meetingDate,
            frame: draft.settings.frame,
            changedAt: '2024-12-06T03:04:00.000Z',
            changedBy: '高橋',
          },
        ],
      }),
    'papers.create': (input) => {
      draft = { id: 'paper-2', revision: 1, settings: input.settings as PaperSettings, edits: {} }
      return ok(draft)
    },
    'papers.read': () => ok({ draft, view: fakeView(draft) }),
    'papers.edit': (input) => {
      if (input.revision !== draft.revision) return failure('conflict')
      const edits = { ...draft.edits }
      if (input.text === null) delete edits[String(input.place)]
      else edits[String(input.place)] = String(input.text)
      return save({ ...draft, edits })
    },
    'papers.changeSettings': (input) => save({ ...draft, settings: input.settings as PaperSettings }),
    'papers.remove': () => ok({}),
    'papers.preview': async () => {
      pdf = await fakePdf(draft)
      return ok({
        file: { handle: randomUUID(), mediaType: 'application/pdf', name: 'preview.pdf' },
        pageCount: 2,
        places: [
          { blockId: 'position', page: 1, top: 120, bottom: 160 },
          { blockId: 'consulting', page: 2, top: 90, bottom: 130 },
        ],
        revision: draft.revision,
      })
    },
    'papers.fileNames': (input) =>
      ok({
        names: (input.formats as string[]).map((f) => `20241210_文教厚生委員会_資料１_ひきこもり支援.${f}`),
        numbered: false,
      }),
    'papers.export': () =>
      ok({
        files: [
          {
            handle: 'filefilefilefile',
            path: '/home/office/書類/20241210_文教厚生委員会_資料１_ひきこもり支援.pdf',
            name: '20241210_文教厚生委員会_資料１_ひきこもり支援.pdf',
            sha256: '0'.repeat(64),
            format: 'pdf',
          },
        ],
      }),
    'statistics.catalogue': () =>
      ok({
        statistics: [
          {
            code: 'consultation.events',
            category: 1,
            label: '相談延べ件数',
            unit: '件',
            measure: 'events',
            partOf: null,
            form: 'consultation',
            breakdowns: ['month', 'method'],
            versions: [],
            quotient: null,
          },
        ],
        breakdowns: [
          { code: 'month', label: '月', items: [] },
          { code: 'method', label: '相談方法', items: [] },
        ],
      }),
    'jobs.cancel': () => ok({ cancelled: true }),
    ...fakeIntake(),
  }
  return {
    heard,
    get draft() {
      return draft
    },
    async call({ name, input }) {
      const request = String(name)
      heard.push({ name: request, input })
      const once = failOnce.get(request)
      failOnce.delete(request)
      const error = once ?? failing.get(request)
      if (error) return { ok: false, error }
      return answers[request]?.(input as Record<string, unknown>) ?? failure('unknownRequest')
    },
    file: () => ({ bytes: pdf, mediaType: 'application/pdf', name: 'preview.pdf' }),
    listen(hear) {
      listeners.add(hear)
      return () => listeners.delete(hear)
    },
    failNext: (name, error) => failOnce.set(name, error),
    failAlways: (name, error) => (error ? failing.set(name, error) : failing.delete(name)),
    tell,
    reset() {
      ledger = null
      draft = { id: 'paper-1', revision: 1, settings: council, edits: {} }
      preferences = defaultPreferences
      failOnce.clear()
      failing.clear()
      heard.length = 0
    },
    writeElsewhere(place, text) {
      draft = { ...draft, revision: draft.revision + 1, edits: { ...draft.edits, [place]: text } }
    },
  }
}

async function fakePdf(draft: PaperDraft): Promise<Uint8Array<ArrayBuffer>> {
  const document = new PDFDocument({ size: 'A4' })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise((resolve) => document.on('end', resolve))
  document.text(`Preview of revision ${draft.revision}`).addPage().text('Page 2')
  document.end()
  await done
  return new Uint8Array(Buffer.concat(chunks))
}
