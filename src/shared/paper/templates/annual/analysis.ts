import { findStatistic } from '../../../statistics/catalogue/catalogue.ts'
import { missingCell, sentenceField } from '../../assemble/cells.ts'
import { codeChart } from '../../assemble/code-chart.ts'
import { measureOf } from '../../assemble/measure.ts'
import { answer } from '../../assemble/query.ts'
import { joinSentences, type Sentence, token } from '../../assemble/sentence.ts'
import type { TextBlock } from '../../assemble/text-block.ts'
import { yearChart } from '../../assemble/year-chart.ts'
import type { FieldInline } from '../../model.ts'
import { comparison } from './comparison.ts'
import { comparedStatistics } from './contents.ts'
import { leader } from './leaders.ts'
import type { Book } from './place.ts'

/** Blocks of a section with the fields of their sentences. */
export interface Section {
  readonly blocks: readonly TextBlock[]
  readonly fields: readonly FieldInline[]
}

/** ４ 分析: sentences built from the numbers by rule, and charts of the same numbers. */
export function analysisSection(book: Book): Section {
  const { results, facts, draft } = book.input
  const { frame } = draft.settings
  const compared = comparedStatistics.map((statistic) => ({
    statistic,
    sentence: comparison(statistic, frame, results),
  }))
  const ask = (statistic: string, breakdown: string, withShare: boolean): Sentence =>
    leader({ statistic, breakdown, fiscalYear: frame.fiscalYear, withShare }, facts, results)
  const usage = joinSentences(
    subjectOnce([
      ask('consultation.events', 'month', false),
      ask('consultation.events', 'method', true),
      ask('consultation.events', 'caller', true),
      ask('consultation.events', 'route', true),
      ask('consultation.persons', 'ageBand', true),
    ]),
  )
  const perSession = perSessionSentence(book)
  const paragraphs = [
    ...compared.map(({ statistic, sentence }) => ({ id: `analysis.compared.${statistic}`, sentence })),
    { id: 'analysis.place', sentence: perSession },
  ]
  return {
    blocks: [
      { kind: 'heading', id: 'analysis', level: 1, text: '分析' },
      { kind: 'heading', id: 'analysis.compared', level: 2, text: '前年度との比較' },
      ...paragraphs.flatMap(paragraph),
      ...charts(book).slice(0, 1),
      { kind: 'heading', id: 'analysis.usage', level: 2, text: '利用の特徴' },
      ...paragraph({ id: 'analysis.usage.text', sentence: usage }),
      ...charts(book).slice(1),
    ],
    fields: [...paragraphs.flatMap(({ sentence }) => sentence.fields), ...usage.fields],
  }
}

/** 「相談延べ件数は、月別では…。相談方法別では…。」: sentences in a row about one thing name it once. */
function subjectOnce(sentences: readonly Sentence[]): readonly Sentence[] {
  let known = ''
  return sentences.map((sentence) => {
    const subject = /^.+?は、/u.exec(sentence.text)?.[0] ?? ''
    const repeated = subject !== '' && subject === known
    if (subject !== '') known = subject
    return repeated ? { ...sentence, text: sentence.text.slice(subject.length) } : sentence
  })
}

const paragraph = (entry: { readonly id: string; readonly sentence: Sentence }): readonly TextBlock[] =>
  entry.sentence.text === '' ? [] : [{ kind: 'paragraph', id: entry.id, level: 2, text: entry.sentence.text }]

function perSessionSentence({ input }: Book): Sentence {
  const year = input.draft.settings.frame.fiscalYear
  const fieldOf = (statistic: string): FieldInline | null => {
    const definition = findStatistic(statistic)
    const cell = answer(input.results, statistic, year)?.total ?? null
    return definition === null || cell?.state !== 'value'
      ? null
      : sentenceField(statistic, definition.label, cell, measureOf(definition))
  }
  const sessions = fieldOf('place.sessions')
  const mean = fieldOf('place.attendancePerSession')
  if (sessions === null || mean === null) return { text: '', fields: [] }
  return {
    text: `居場所は${token(sessions)}開催し、１回当たりの参加者数は${token(mean)}である。`,
    fields: [sessions, mean],
  }
}

function charts(book: Book): readonly TextBlock[] {
  const { input, years } = book
  const { frame } = input.draft.settings
  const definition = findStatistic('consultation.events')
  if (definition === null) return []
  const yearly = yearChart({
    id: 'analysis.years',
    title: `${definition.label}の推移`,
    frame,
    years,
    definition,
    cells: years.map((year) => answer(input.results, definition.code, year)?.total ?? missingCell),
    noteBook: book.noteBook,
    source: book.source,
  })
  const byCode = (breakdown: 'month' | 'method', title: string): readonly TextBlock[] => {
    const result = answer(input.results, definition.code, frame.fiscalYear, { by: [breakdown] })
    if (result === null) return []
    return [
      {
        kind: 'ready',
        block: codeChart({
          id: `analysis.${breakdown}`,
          title,
          kind: breakdown === 'month' ? 'column' : 'bar',
          facts: input.facts,
          definition,
          breakdown,
          result,
          source: book.source,
        }),
      },
    ]
  }
  return [
    { kind: 'ready', block: yearly },
    ...byCode('month', `${definition.label}（月別）`),
    ...byCode('method', `${definition.label}（相談方法別）`),
  ]
}
