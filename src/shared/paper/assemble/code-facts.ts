import { type CodeLists, findList, labelOf, unknownCode } from '../../codes/code-list.ts'
import { breakdowns } from '../../statistics/catalogue/breakdowns.ts'
import type { NamedRow } from '../../statistics/rows.ts'
import type { Day } from '../../time/day.ts'
import { nameOn } from '../../time/names.ts'
import { stratumWords } from '../../words/statistics.ts'
import type { CodeLabel, PaperFacts } from '../template.ts'

/** Where the labels of codes come from: the ledger's lists, and names valid on a day. */
export interface CodeSources {
  readonly lists: CodeLists
  readonly venues: readonly NamedRow[]
  readonly parties: readonly NamedRow[]
  readonly programmes: readonly NamedRow[]
  /** Names are those of this day; of what was gone by then the last ones, of what came later the first. */
  readonly day: Day
}

/** Labels of every breakdown that has codes, in printing order. */
export function codeFacts(sources: CodeSources): PaperFacts['codes'] {
  return Object.fromEntries(
    breakdowns.flatMap((breakdown) => {
      const labels = labelsOf(breakdown.code, breakdown.list, sources)
      return labels.length === 0 ? [] : [[breakdown.code, labels]]
    }),
  )
}

function labelsOf(breakdown: string, list: string | null, sources: CodeSources): readonly CodeLabel[] {
  const named: Readonly<Record<string, readonly NamedRow[]>> = {
    venue: sources.venues,
    party: sources.parties,
    programme: sources.programmes,
  }
  const rows = named[breakdown]
  if (rows !== undefined) {
    return rows.map((row) => ({
      code: row.code,
      label: nearestName(row, sources.day),
    }))
  }
  if (breakdown === 'stratum') {
    return Object.entries(stratumWords).map(([code, label]) => ({ code, label }))
  }
  return codesOf(list ?? breakdown, sources.lists)
}

function codesOf(list: string, lists: CodeLists): readonly CodeLabel[] {
  const bands = lists.ageBands.find((candidate) => candidate.code === list)
  const codes =
    bands === undefined
      ? (findList(lists, list)?.items ?? []).map((item) => item.code)
      : [...bands.bands.map((band) => band.code), unknownCode]
  return codes.map((code) => ({ code, label: labelOf(lists, list, code) }))
}

/** The name on the day; before or after its time the nearest one, so that no code is printed bare. */
const nearestName = ({ code, names }: NamedRow, day: Day): string =>
  nameOn(names, day) ??
  names.findLast((row) => row.from !== null && row.from <= day)?.name ??
  names[0]?.name ??
  code
