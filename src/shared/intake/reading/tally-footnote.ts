import type { SheetRow } from '../book.ts'
import { cellText, quoted } from '../cell-text.ts'
import { fold } from '../fold.ts'
import { statisticLabels } from '../heads/field-of.ts'
import type { SheetContext } from './sheet-context.ts'

const yearPersons = /(?:年間|年度|年計)[^0-9]{0,12}?(\d{1,7})人/

/**
 * 「※相談実人数の年間計は重複を除いて別途報告（年間 41人）」: the year's own value of a statistic of persons, which is
 * asked for and never summed (domain §3). True when the row was one.
 */
export function readFootnote(context: SheetContext, row: SheetRow): boolean {
  const { layout, sink, facts, fiscalYear, party } = context
  const texts = row.cells.flatMap((cell, index) =>
    cell?.kind === 'text' ? [{ text: cell.text, column: index + 1 }] : [],
  )
  const [first] = texts
  if (first === undefined || texts.length > 2 || !/^[\s　]*(?:※|注|\*|＊)/.test(first.text)) return false
  const found = yearPersons.exec(first.text.normalize('NFKC').replace(/[\s,]/g, ''))
  const statistic = found === null ? null : personsNamed(fold(first.text), context)
  const definition = facts.statistics.find(({ code }) => code === statistic)
  if (found === null || definition === undefined || party === null) return false
  const place = { sheet: layout.sheet.name, row: row.number, column: first.column }
  const value = Number(found[1])
  sink.rows.push({
    outcome: 'record',
    place,
    record: {
      kind: 'tally',
      party,
      form: definition.form,
      month: null,
      fiscalYear,
      statistic: definition.code,
      keys: {},
      state: 'value',
      value,
      flags: [],
    },
    readings: [
      {
        place,
        field: definition.code,
        text: quoted(cellText(row.cells[first.column - 1])),
        as: String(value),
        took: 'partOf',
      },
    ],
    warnings: [],
  })
  return true
}

/** The statistic of persons that the note names at most length. */
function personsNamed(note: string, { facts }: SheetContext): string | null {
  const persons = new Set(
    facts.statistics.flatMap(({ code, measure }) => (measure === 'persons' ? [code] : [])),
  )
  const named = [...statisticLabels(facts)]
    .filter(([label, code]) => persons.has(code) && note.includes(label))
    .toSorted((a, b) => b[0].length - a[0].length)
  return named[0]?.[1] ?? null
}
