import type { Cell } from '../../cell/cell.ts'
import { integerCell, stateCell } from '../../cell/construct.ts'
import { firstDayOf, lastDayOf } from '../../time/calendar.ts'
import type { Day, Month } from '../../time/day.ts'
import { fiscalYearOf } from '../../time/fiscal-year.ts'
import {
  inheritedFlags,
  lastValue,
  personsBoundsOverMonths,
  personsOverParties,
  seriesOf,
  sumOverMonths,
  sumOverParties,
} from '../algebra.ts'
import type { Slice } from './slices.ts'
import { begunMonths, wholeYear, yearsOf } from './slices.ts'
import { tallyCell } from './tally-cells.ts'
import {
  type CellPlace,
  hasRecords,
  isAsked,
  partsOf,
  tallyMonthCell,
  tallyMonths,
  type Workspace,
} from './workspace.ts'

/** The cell of a place by the statistic's measure (domain §3, table). */
export function cellAt(work: Workspace, place: CellPlace): Cell {
  const { measure } = work.plan.definition
  if (begunMonths(place.slice.months, work.plan.query.frame.asOf).length === 0) {
    return stateCell('blank', { parts: { reported: 0, expected: 0 } })
  }
  if (measure === 'snapshot') return snapshotCell(work, place)
  return measure === 'persons' || measure === 'newPersons'
    ? personsCell(work, place)
    : eventsCell(work, place)
}

/** What the records of the place say as a cell of its own, or null when there are none to ask. */
function recordsCell(work: Workspace, place: CellPlace): Cell | null {
  const { source } = work.plan
  if (source.kind === 'entered') return null
  if (!hasRecords(work, place.parties, place.slice, place.counted ?? 0)) return null
  if (source.kind === 'contacts' && (source.count === 'new' || source.count === 'continuing')) {
    if (isFirstYear(work, place.slice)) {
      work.notes.add('firstYearNew', { fiscalYear: fiscalYearOf(work.rows.recordingSince) })
      return stateCell('unknown')
    }
  }
  // A measure that no one noted is 未入力, never 0 (seed checklist 66).
  if (source.kind === 'measures' && place.counted === undefined) return null
  return integerCell(place.counted ?? 0)
}

/** 新規 of the first year needs the list of earlier cases (domain §3). */
function isFirstYear(work: Workspace, slice: Slice): boolean {
  return (
    !work.rows.earlierCasesKnown && yearsOf(slice.months).includes(fiscalYearOf(work.rows.recordingSince))
  )
}

function eventsCell(work: Workspace, place: CellPlace): Cell {
  const { parties, slice, codes } = place
  const records = recordsCell(work, place)
  const settled = new Set<string>()
  const entered = parties.flatMap((party) => enteredEvents(work, party, slice, codes, settled) ?? [])
  const cells = records === null ? entered : [records, ...entered]
  return finish(work, place, sumOverParties(seriesOf('events', cells)), settled)
}

function enteredEvents(
  work: Workspace,
  party: string,
  slice: Slice,
  codes: readonly string[],
  settled: Set<string>,
): Cell | null {
  const months = tallyMonths(work, party, slice)
  if (months.length === 0) return null
  const cells = months.map((month) => tallyMonthCell(work, party, month, codes))
  if (work.plan.where.length === 0 && cells.every((cell) => cell.parts.reported === 0)) {
    const year = yearCell(work, party, slice, codes)
    if (year !== null) settled.add(party)
    if (year !== null) return year
  }
  return sumOverMonths(seriesOf('events', cells))
}

/** The year's own value, when the slice is that whole year; it is asked for, never summed. */
function yearCell(work: Workspace, party: string, slice: Slice, codes: readonly string[]): Cell | null {
  const fiscalYear = wholeYear(slice.months, work.plan.query.frame.asOf)
  if (fiscalYear === null) return null
  const cell = work.tallies.year(party, fiscalYear, codes)
  if (cell === null || cell.parts.reported === 0) return null
  work.notes.add('yearEntered', { party })
  return cell
}

function personsCell(work: Workspace, place: CellPlace): Cell {
  const { parties, slice, codes } = place
  const { definition, source } = work.plan
  const settled = new Set<string>()
  const measure = definition.measure === 'newPersons' ? 'newPersons' : 'persons'
  const records = recordsCell(work, place)
  if (records?.state === 'unknown') return finish(work, place, records, settled)
  const entered = parties.flatMap((party) => enteredPersons(work, party, slice, codes, settled) ?? [])
  const cells = records === null ? entered : [records, ...entered]
  if (definition.code === sharedUsersCode) return onceForAll(cells)
  const shared = definition.code === 'consultation.persons' ? sharedUsers(work, place) : null
  const { cell, how } = personsOverParties(seriesOf(measure, cells), shared)
  if (how === 'shared') work.notes.add('sharedPersons', { shared: sharedNumber(shared) })
  if (how === 'range') work.notes.add('rangeOfPersons')
  return source.kind === 'entered' ? orBlank(cell) : finish(work, place, cell, settled)
}

const orBlank = (cell: Cell): Cell =>
  cell.parts.expected === 0 && cell.state !== 'value'
    ? stateCell('blank', { parts: { reported: 0, expected: 1 } })
    : cell

function enteredPersons(
  work: Workspace,
  party: string,
  slice: Slice,
  codes: readonly string[],
  settled: Set<string>,
): Cell | null {
  const { definition, where } = work.plan
  const asked = isAsked(work, party, slice)
  const months = asked ? overMonths(work, slice) : tallyMonths(work, party, slice)
  if (!asked && months.length === 0) return null
  if (where.length > 0) return stateCell('unknown', { parts: { reported: 0, expected: 1 } })
  const year = yearCell(work, party, slice, codes)
  if (year !== null) {
    settled.add(party)
    return year
  }
  const cells = months.map((month) => tallyMonthCell(work, party, month, codes))
  if (wholeYear(slice.months, work.plan.query.frame.asOf) !== null && definition.measure === 'persons') {
    work.notes.add('yearNotEntered', { party })
  }
  if (cells.length === 0) return null
  return definition.measure === 'newPersons'
    ? sumOverMonths(seriesOf('newPersons', cells))
    : personsBoundsOverMonths(seriesOf('persons', cells))
}

function overMonths(work: Workspace, slice: Slice): readonly Month[] {
  return slice.months.filter((month) => lastDayOf(month) <= work.plan.query.frame.asOf)
}

const sharedUsersCode = 'network.sharedUsers'

/** 共通の利用者 of the slice, as someone entered it for the whole city; null where it is not reported. */
function sharedUsers(work: Workspace, place: CellPlace): Cell | null {
  const { plan, rows } = work
  if (plan.query.party !== null || plan.byParty || plan.where.length > 0 || place.codes.length > 0)
    return null
  const fiscalYear = wholeYear(place.slice.months, plan.query.frame.asOf)
  const month = place.slice.months.length === 1 ? place.slice.months[0] : null
  const cells = rows.tallies.flatMap((row) => {
    const here = fiscalYear === null ? month !== null && row.month === month : row.month === null
    const sameYear = fiscalYear === null || row.fiscalYear === fiscalYear
    const counts = here && sameYear && row.statistic === sharedUsersCode && row.adopted
    return counts && row.state === 'value' ? [tallyCell(row)] : []
  })
  return cells.length === 0 ? null : onceForAll(cells)
}

/** A number that several parties told about the same whole: one number if they agree, else unknown. */
function onceForAll(cells: readonly Cell[]): Cell {
  const values = cells.filter((cell) => cell.state === 'value')
  const [first] = values
  if (first === undefined) return cells[0] ?? stateCell('blank', { parts: { reported: 0, expected: 1 } })
  const same = values.every((cell) => JSON.stringify(cell.quantity) === JSON.stringify(first.quantity))
  return same ? first : stateCell('unknown', { flags: inheritedFlags(values) })
}

function sharedNumber(cell: Cell | null): number {
  return cell?.state === 'value' && cell.quantity.kind === 'integer' ? cell.quantity.integer : 0
}

function snapshotCell(work: Workspace, place: CellPlace): Cell {
  const { parties, slice, codes } = place
  const { definition, query } = work.plan
  const records = recordsCell(work, place)
  if (records !== null) noteDate(work, endOf(slice, query.frame.asOf))
  const entered = parties.flatMap((party) => enteredSnapshot(work, party, slice, codes) ?? [])
  const cells = records === null ? entered : [records, ...entered]
  const persons = definition.unit === '人' && definition.code !== 'population'
  const cell = persons
    ? personsOverParties(seriesOf('snapshot', cells)).cell
    : sumOverParties(seriesOf('events', cells))
  return orBlank(cell)
}

function enteredSnapshot(
  work: Workspace,
  party: string,
  slice: Slice,
  codes: readonly string[],
): Cell | null {
  const { query, where } = work.plan
  const asked = isAsked(work, party, slice)
  const months = asked ? overMonths(work, slice) : tallyMonths(work, party, slice)
  if (where.length > 0) return null
  const monthly = months.map((month) => tallyMonthCell(work, party, month, codes))
  const { cell, index } = lastValue(seriesOf('snapshot', monthly))
  const month = index === null ? undefined : months[index]
  if (month !== undefined) {
    noteDate(work, lastDayOf(month))
    return cell
  }
  const [fiscalYear, ...others] = yearsOf(slice.months)
  const wholeRow = work.plan.time === null || work.plan.time === 'fiscalYear'
  const year =
    fiscalYear === undefined || others.length > 0 || !wholeRow
      ? null
      : work.tallies.year(party, fiscalYear, codes)
  if (year !== null) {
    noteDate(work, firstDayOf(query.frame.period.from))
    return year
  }
  return months.length === 0 ? null : cell
}

function noteDate(work: Workspace, date: Day): void {
  work.notes.add('snapshotDate', { date })
}

function endOf(slice: Slice, asOf: Day): Day {
  const last = slice.months.at(-1)
  const end = last === undefined ? asOf : lastDayOf(last)
  return end < asOf ? end : asOf
}

/**
 * Puts the months behind the number, and 速報 where records are not checked yet. A year's own value stands
 * for all months of its party (`settled`), also those whose tally is missing.
 */
function finish(work: Workspace, place: CellPlace, cell: Cell, settled: ReadonlySet<string>): Cell {
  const { parts, provisional } = partsOf(work, place, settled)
  if (cell.state !== 'value')
    return { ...cell, parts: { ...parts, reported: cell.parts.reported && parts.reported } }
  const flags =
    provisional && !cell.flags.includes('provisional') ? [...cell.flags, 'provisional' as const] : cell.flags
  return { ...cell, flags, parts }
}
