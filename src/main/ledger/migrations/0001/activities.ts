/** Sessions, meetings, events (活動), and counts that a party only gives as a tally (月報の値). */
export const activities = `
CREATE TABLE activity (
  key            INTEGER PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE,
  fiscal_year    INTEGER NOT NULL,
  category       INTEGER NOT NULL CHECK (category BETWEEN 1 AND 6),
  kind           TEXT NOT NULL,
  title          TEXT NOT NULL,
  party_key      INTEGER NOT NULL REFERENCES party (key),
  venue_key      INTEGER REFERENCES venue (key),
  -- A date as far as it is known: day uses *_from alone, month too, months uses both, unknown none.
  planned_kind   TEXT NOT NULL CHECK (planned_kind IN ('day', 'month', 'months', 'unknown')),
  planned_from   TEXT,
  planned_to     TEXT,
  held_kind      TEXT CHECK (held_kind IN ('day', 'month', 'months', 'unknown')),
  held_from      TEXT,
  held_to        TEXT,
  -- Speakers, guests, officials: public persons only.
  public_persons TEXT NOT NULL DEFAULT '',
  purpose        TEXT NOT NULL DEFAULT '',
  content        TEXT NOT NULL DEFAULT '',
  revision       INTEGER NOT NULL DEFAULT 1,
  CHECK (CASE planned_kind
    WHEN 'day' THEN planned_from IS date(planned_from) AND planned_from IS NOT NULL AND planned_to IS NULL
    WHEN 'month' THEN planned_from || '-01' IS date(planned_from || '-01') AND planned_from IS NOT NULL AND planned_to IS NULL
    WHEN 'months' THEN planned_from || '-01' IS date(planned_from || '-01') AND planned_to || '-01' IS date(planned_to || '-01')
      AND planned_from IS NOT NULL AND planned_to IS NOT NULL AND planned_from <= planned_to
    ELSE planned_from IS NULL AND planned_to IS NULL END),
  CHECK (CASE held_kind
    WHEN 'day' THEN held_from IS date(held_from) AND held_from IS NOT NULL AND held_to IS NULL
    WHEN 'month' THEN held_from || '-01' IS date(held_from || '-01') AND held_from IS NOT NULL AND held_to IS NULL
    WHEN 'months' THEN held_from || '-01' IS date(held_from || '-01') AND held_to || '-01' IS date(held_to || '-01')
      AND held_from IS NOT NULL AND held_to IS NOT NULL AND held_from <= held_to
    ELSE held_from IS NULL AND held_to IS NULL END)
) STRICT;
CREATE INDEX activity_year ON activity (fiscal_year, category, kind);
CREATE INDEX activity_party ON activity (party_key);
CREATE INDEX activity_venue ON activity (venue_key);

-- Oldest first by position; the state on an as-of date is the last one on or before it.
CREATE TABLE activity_state (
  activity_key INTEGER NOT NULL REFERENCES activity (key),
  position     INTEGER NOT NULL,
  state        TEXT NOT NULL CHECK (state IN ('planned', 'held', 'partlyHeld', 'substituted', 'cancelled', 'postponed')),
  on_day       TEXT NOT NULL CHECK (on_day IS date(on_day)),
  reason       TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (activity_key, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity_partner (
  activity_key INTEGER NOT NULL REFERENCES activity (key),
  position     INTEGER NOT NULL,
  name         TEXT NOT NULL,
  PRIMARY KEY (activity_key, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity_attendance (
  activity_key INTEGER NOT NULL REFERENCES activity (key),
  position     INTEGER NOT NULL,
  group_code   TEXT NOT NULL,
  count        INTEGER NOT NULL CHECK (count >= 0),
  PRIMARY KEY (activity_key, position)
) STRICT, WITHOUT ROWID;

-- Other counts by statistic code (outreach.visitors, survey.sample), with a stratum where there is one.
CREATE TABLE activity_measure (
  activity_key INTEGER NOT NULL REFERENCES activity (key),
  position     INTEGER NOT NULL,
  statistic    TEXT NOT NULL,
  stratum      TEXT,
  value        INTEGER NOT NULL,
  PRIMARY KEY (activity_key, position)
) STRICT, WITHOUT ROWID;

-- A cell: statistic × month (null: the year's own value) × up to two breakdowns × party.
-- by1 < by2 in text order; '' where there is none.
CREATE TABLE tally (
  key         INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  party_key   INTEGER NOT NULL REFERENCES party (key),
  statistic   TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  month       TEXT CHECK (month || '-01' IS date(month || '-01')),
  by1         TEXT NOT NULL DEFAULT '',
  code1       TEXT NOT NULL DEFAULT '',
  by2         TEXT NOT NULL DEFAULT '',
  code2       TEXT NOT NULL DEFAULT '',
  state       TEXT NOT NULL CHECK (state IN
    ('value', 'blank', 'notApplicable', 'cancelled', 'postponed', 'notDone', 'unknown', 'suppressed')),
  value       INTEGER,
  provisional INTEGER NOT NULL DEFAULT 0 CHECK (provisional IN (0, 1)),
  revised     INTEGER NOT NULL DEFAULT 0 CHECK (revised IN (0, 1)),
  estimate    INTEGER NOT NULL DEFAULT 0 CHECK (estimate IN (0, 1)),
  -- 0: 前年度の値（未採用); it prints and sums as blank.
  adopted     INTEGER NOT NULL DEFAULT 1 CHECK (adopted IN (0, 1)),
  comment     TEXT NOT NULL DEFAULT '',
  revision    INTEGER NOT NULL DEFAULT 1,
  CHECK ((state = 'value') = (value IS NOT NULL)),
  CHECK (month IS NULL OR fiscal_year = CAST(substr(month, 1, 4) AS INTEGER) - (substr(month, 6, 2) < '04')),
  CHECK ((by1 = '') = (code1 = '')),
  CHECK ((by2 = '') = (code2 = '')),
  CHECK (by2 = '' OR (by1 <> '' AND by1 < by2))
) STRICT;
CREATE UNIQUE INDEX tally_place ON tally (statistic, fiscal_year, party_key, ifnull(month, ''), by1, code1, by2, code2);
CREATE INDEX tally_party ON tally (party_key);
`
