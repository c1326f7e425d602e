import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import { plain } from '../../../shared/contract/plain.ts'
import type { PaperEntry, TemplateEntry } from '../../../shared/contract/schemas/papers.ts'
import { buildPaper } from '../../../shared/paper/assemble/assemble.ts'
import type { PaperDraft } from '../../../shared/paper/draft.ts'
import type { ReportModel, TemplateCode } from '../../../shared/paper/model.ts'
import { paperTemplates } from '../../../shared/paper/templates/index.ts'
import { paperView } from '../../../shared/paper/view.ts'
import type { Day } from '../../../shared/time/day.ts'
import { templateWords } from '../../../shared/words/papers.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { historyOfRow } from '../../ledger/repositories/history-list.ts'
import { listPapers, readPaper } from '../../ledger/repositories/papers.ts'
import type { ReaderContext, ReaderHandlers } from '../contexts.ts'
import { dayInJapan } from '../statistics.ts'
import { defaultSettings, latestYear } from './defaults.ts'
import { paperInput } from './paper-input.ts'

/** `papers.*` that read. A paper that is not there is `notFound`. */
export const papersReader = {
  'papers.templates': (_input, { ledger, now }) => {
    const today = dayInJapan(now())
    const year = latestYear(ledger, today)
    return {
      templates: (Object.keys(paperTemplates) as TemplateCode[]).map(
        (code): TemplateEntry => ({
          code,
          ...templateWords[code],
          formats: ['pdf', 'xlsx'],
          defaults: plain(defaultSettings(ledger, code, year, today)),
        }),
      ),
    }
  },
  'papers.list': (_input, { ledger }) => ({
    papers: listPapers(ledger).map((paper): PaperEntry => {
      const { template, title, meeting, meetingDate, frame } = paper.settings
      return {
        id: paper.id,
        revision: paper.revision,
        template,
        title,
        meeting,
        meetingDate,
        frame: plain(frame),
        changedAt: paper.updatedAt,
        changedBy: historyOfRow(ledger, 'paper', paper.id).at(-1)?.who ?? '',
      }
    }),
  }),
  'papers.read': ({ id }, { ledger }) => {
    const draft = draftOf(ledger, id)
    const { template, input } = paperInput(ledger, draft)
    return { draft: plain(draft), view: paperView(template, input).view }
  },
  'papers.fields': ({ id }, { ledger }) => {
    const { template, input } = paperInput(ledger, draftOf(ledger, id))
    return { fields: paperView(template, input).view.fields }
  },
} satisfies Pick<ReaderHandlers, 'papers.templates' | 'papers.list' | 'papers.read' | 'papers.fields'>

/** The model of a stored paper, for the render worker. */
export interface PaperToRender {
  readonly model: ReportModel
  readonly revision: number
  readonly meetingDay: Day | null
}

export const papersReaderTasks = {
  'papers.model': ({ id }: { readonly id: string }, { ledger }: ReaderContext): PaperToRender => {
    const draft = draftOf(ledger, id)
    const { template, input } = paperInput(ledger, draft)
    return {
      model: buildPaper(template, input),
      revision: draft.revision,
      meetingDay: draft.settings.meetingDate,
    }
  },
}

/** The draft without its instants, as the contract knows it. @throws AppFailure `notFound` */
export function draftOf(reader: LedgerReader, id: string): PaperDraft {
  const paper = readPaper(reader, id)
  if (paper === null) throw new AppFailure(appError('notFound', { what: 'paper', id }, 'id'))
  const { createdAt: _created, updatedAt: _updated, ...draft } = paper
  return draft
}
