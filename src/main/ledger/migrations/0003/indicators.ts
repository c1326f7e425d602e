/** Indicators of the plan with their years (domain §5). */
export const indicators = `
CREATE TABLE indicator (
  key           INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,
  plan_key      INTEGER NOT NULL REFERENCES plan (key),
  -- Where it stands in the tree; null until someone placed it.
  node_key      INTEGER REFERENCES plan_node (key),
  -- As a book calls goal and measure: an indicator of a book is found again by measure and name.
  goal_mark     TEXT NOT NULL DEFAULT '',
  measure       TEXT NOT NULL,
  name          TEXT NOT NULL CHECK (name <> ''),
  kind          TEXT NOT NULL CHECK (kind IN ('activity', 'outcome', 'survey', 'ladder')),
  unit          TEXT NOT NULL DEFAULT '',
  decimals      INTEGER NOT NULL DEFAULT 0 CHECK (decimals BETWEEN 0 AND 6),
  direction     TEXT CHECK (direction IN ('rise', 'fall', 'atLeast', 'atMost', 'keep')),
  -- Bounds of 維持, as decimals in text.
  keep_low      TEXT,
  keep_high     TEXT,
  accumulation  TEXT NOT NULL DEFAULT 'year' CHECK (accumulation IN ('year', 'cumulative', 'snapshot')),
  baseline_year INTEGER,
  -- JSON: a statistic with filters, an entered value, or a ratio of two; null: entered.
  source        TEXT CHECK (json_type(source) = 'object'),
  -- JSON array of the words of a ladder, from the first stage to the last; null: not a ladder.
  stages        TEXT CHECK (json_type(stages) = 'array'),
  department_key INTEGER REFERENCES department (key),
  note          TEXT NOT NULL DEFAULT '',
  position      INTEGER NOT NULL,
  retired_on    TEXT CHECK (retired_on IS date(retired_on)),
  revision      INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX indicator_plan ON indicator (plan_key, position);
CREATE INDEX indicator_node ON indicator (node_key);
CREATE INDEX indicator_department ON indicator (department_key);

-- Baseline, targets and actual values: a number as decimals in text, a stage of a ladder, or why there is none.
CREATE TABLE indicator_year (
  indicator_key INTEGER NOT NULL REFERENCES indicator (key),
  position      INTEGER NOT NULL,
  role          TEXT NOT NULL CHECK (role IN ('baseline', 'target', 'actual')),
  -- Null: a baseline whose year the book does not tell.
  fiscal_year   INTEGER,
  kind          TEXT NOT NULL CHECK (kind IN ('number', 'stage', 'none')),
  value         TEXT,
  bound         TEXT CHECK (bound IN ('atLeast', 'atMost')),
  -- Parts of a ratio: 88.2（30/34）.
  numerator     INTEGER,
  denominator   INTEGER CHECK (denominator > 0),
  stage         TEXT,
  missing       TEXT CHECK (missing IN ('blank', 'notApplicable', 'noSurvey')),
  -- Where it was told: a book, or the screen. It stands beside the ledger's own figure, neither overwrites.
  origin        TEXT NOT NULL DEFAULT 'book' CHECK (origin IN ('book', 'entered')),
  note          TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (indicator_key, position),
  UNIQUE (indicator_key, role, fiscal_year),
  CHECK (fiscal_year IS NOT NULL OR role = 'baseline'),
  CHECK ((kind = 'number') = (value IS NOT NULL)),
  CHECK ((kind = 'stage') = (stage IS NOT NULL)),
  CHECK ((kind = 'none') = (missing IS NOT NULL)),
  CHECK ((numerator IS NULL) = (denominator IS NULL)),
  CHECK (kind = 'number' OR (bound IS NULL AND numerator IS NULL))
) STRICT, WITHOUT ROWID;
`
