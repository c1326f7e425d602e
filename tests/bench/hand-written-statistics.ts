/**
 * What a careful person would write by hand for the annual report: one statement a year. The age bands and
 * the rule of 新規 (first ever) are written out; merged cases count as one.
 */
const contact = `
  SELECT key, month, method, caller, route, age_low, age_high, day,
    coalesce((SELECT merged_into_key FROM case_file AS c WHERE c.key = case_key AND merged_into_key IS NOT NULL), case_key) AS root
  FROM consultation WHERE fiscal_year = @year AND day <= @end`

/** The covering index holds no month: it is cut from the day. */
const contactCovered = contact.replace('month,', 'substr(day, 1, 7) AS month,')

/** The merged cases as a small table, joined, instead of a look at each contact's case. */
const contactJoined = `
  SELECT consultation.key, substr(day, 1, 7) AS month, method, caller, route, age_low, age_high, day,
    ifnull(merged.root, case_key) AS root
  FROM consultation INDEXED BY consultation_statistics
  LEFT JOIN (SELECT key, merged_into_key AS root FROM case_file WHERE merged_into_key IS NOT NULL) AS merged
    ON merged.key = case_key
  WHERE fiscal_year = @year AND day <= @end`

const person = `
  SELECT root, min(day || printf('%09d', key)) AS first,
    coalesce(
      min(CASE WHEN age_low = age_high THEN day || printf('%09d', key) || printf('%03d%03d', age_low, age_high) END),
      min(CASE WHEN age_low IS NOT NULL THEN day || printf('%09d', key) || printf('%03d%03d', age_low, age_high) END)
    ) AS age
  FROM contact WHERE root IS NOT NULL GROUP BY root`

const resolved = `
  SELECT root, CAST(substr(first, 11) AS INTEGER) AS first_key,
    CASE
      WHEN CAST(substr(age, -6, 3) AS INTEGER) / 10 <> CAST(substr(age, -3) AS INTEGER) / 10 THEN 'unknown'
      WHEN CAST(substr(age, -6, 3) AS INTEGER) < 10 THEN 'under10'
      WHEN CAST(substr(age, -6, 3) AS INTEGER) >= 80 THEN 'over80'
      WHEN age IS NULL THEN 'unknown'
      ELSE (CAST(substr(age, -6, 3) AS INTEGER) / 10 * 10) || 's' END AS band,
    NOT EXISTS (SELECT 1 FROM consultation AS earlier WHERE earlier.case_key = person.root AND earlier.day < @start)
      AND NOT EXISTS (
        SELECT 1 FROM case_file AS member JOIN consultation AS earlier ON earlier.case_key = member.key
        WHERE member.merged_into_key = person.root AND earlier.day < @start) AS is_new
  FROM person`

const ownBand = `CASE
  WHEN age_low IS NULL OR age_low / 10 <> age_high / 10 THEN 'unknown'
  WHEN age_low < 10 THEN 'under10' WHEN age_low >= 80 THEN 'over80'
  ELSE (age_low / 10 * 10) || 's' END`

const cut = (name: string, code: string): string => `
  SELECT '${name}', ${code}, count(*), count(DISTINCT contact.root), count(CASE WHEN is_new AND first_key = contact.key THEN 1 END)
  FROM contact LEFT JOIN resolved ON resolved.root = contact.root GROUP BY 2`

const statement = (rows: string, kept: string): string => `
  WITH contact AS ${kept} (${rows}),
    person AS MATERIALIZED (${person}),
    resolved AS MATERIALIZED (${resolved})
  ${[
    cut('month', 'month'),
    cut('method', 'method'),
    cut('caller', 'caller'),
    cut('ageBand', `ifnull(band, ${ownBand})`),
    cut('route', 'route'),
  ].join(' UNION ALL ')}`

/** Several ways to write it; the fastest is the peer. */
export const handWritten: Readonly<Record<string, string>> = {
  keptOnce: statement(contactCovered, 'MATERIALIZED'),
  keptOnceJoined: statement(contactJoined, 'MATERIALIZED'),
  readEachTime: statement(contactJoined, 'NOT MATERIALIZED'),
}
