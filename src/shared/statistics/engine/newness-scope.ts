import type { StatisticFrameRows } from './context.ts'

/**
 * The parties within which a contact can be the first (新規). For the city these are all that make its
 * total; for one party all contract periods of its corporation within the programme's lineage, so that
 * a renewed contract or a renamed programme makes no one new.
 */
export function newnessScope(
  rows: Pick<StatisticFrameRows, 'parties' | 'programmes'>,
  counted: readonly string[],
  party: string | null,
): ReadonlySet<string> {
  const own = rows.parties.find((row) => row.code === party)
  if (own === undefined) return new Set(counted)
  const lineage = lineageOf(rows, own.programme)
  return new Set(
    rows.parties
      .filter((row) => row.corporation === own.corporation && lineageOf(rows, row.programme) === lineage)
      .map((row) => row.code),
  )
}

/** The first programme of a lineage: ひきこもり・ニート対策事業 for ひきこもり支援事業. */
function lineageOf(rows: Pick<StatisticFrameRows, 'programmes'>, programme: string): string {
  const seen = new Set<string>()
  let code = programme
  while (!seen.has(code)) {
    seen.add(code)
    const before = rows.programmes.find((row) => row.code === code)?.predecessor
    if (before === null || before === undefined) return code
    code = before
  }
  return code
}
