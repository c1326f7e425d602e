/** 確定 with its stored values, 提出済み, and what came in late (domain §8). */
export const confirming = `
-- A month, or a year (month null), of a party's form that is 確定; party null is 全体. 確定解除 removes it: history keeps it.
CREATE TABLE confirmation (
  key          INTEGER PRIMARY KEY,
  id           TEXT NOT NULL UNIQUE,
  party_key    INTEGER REFERENCES party (key),
  form         TEXT NOT NULL CHECK (form IN ('consultation', 'place', 'network', 'family', 'outreach', 'other')),
  fiscal_year  INTEGER NOT NULL,
  month        TEXT CHECK (month || '-01' IS date(month || '-01')),
  -- The day up to which its values were counted: the last one of the period.
  as_of        TEXT NOT NULL CHECK (as_of IS date(as_of)),
  confirmed_on TEXT NOT NULL CHECK (confirmed_on IS date(confirmed_on)),
  revision     INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX confirmation_period ON confirmation (ifnull(party_key, 0), form, fiscal_year, ifnull(month, ''));

-- What was stored: a statistic cut in one way, with the version of its definition.
CREATE TABLE confirmed_value (
  confirmation_key INTEGER NOT NULL REFERENCES confirmation (key),
  position         INTEGER NOT NULL,
  statistic        TEXT NOT NULL,
  -- Breakdowns joined by a comma in the order of the catalogue; empty for the total alone.
  breakdowns       TEXT NOT NULL,
  -- First fiscal year of the definition's version.
  valid_from       INTEGER NOT NULL,
  -- JSON: total, rows of keys and cell, notes.
  answer           TEXT NOT NULL CHECK (json_type(answer) = 'object'),
  PRIMARY KEY (confirmation_key, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX confirmed_value_table ON confirmed_value (confirmation_key, statistic, breakdowns);

-- 「国・都へ提出済み」 of a form's month or year, of all its parties.
CREATE TABLE submission (
  key          INTEGER PRIMARY KEY,
  id           TEXT NOT NULL UNIQUE,
  form         TEXT NOT NULL CHECK (form IN ('consultation', 'place', 'network', 'family', 'outreach', 'other')),
  fiscal_year  INTEGER NOT NULL,
  month        TEXT CHECK (month || '-01' IS date(month || '-01')),
  recipient    TEXT NOT NULL CHECK (recipient <> ''),
  submitted_on TEXT NOT NULL CHECK (submitted_on IS date(submitted_on)),
  -- 再提出が必要: something was to be changed after it, and why.
  needs_again  INTEGER NOT NULL DEFAULT 0 CHECK (needs_again IN (0, 1)),
  why          TEXT NOT NULL DEFAULT '',
  revision     INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX submission_period ON submission (form, fiscal_year);

-- What came in for a period that was 確定 already.
CREATE TABLE late_arrival (
  key         INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  party_key   INTEGER NOT NULL REFERENCES party (key),
  form        TEXT NOT NULL CHECK (form IN ('consultation', 'place', 'network', 'family', 'outreach', 'other')),
  fiscal_year INTEGER NOT NULL,
  -- Null: a value of the year itself.
  month       TEXT CHECK (month || '-01' IS date(month || '-01')),
  -- JSON of a StagedRecord.
  content     TEXT NOT NULL CHECK (json_type(content) = 'object'),
  -- Id of the row that it corrects; null: a new one.
  replaces_id TEXT,
  file_name   TEXT NOT NULL,
  sheet       TEXT NOT NULL,
  sheet_row   INTEGER NOT NULL,
  arrived_on  TEXT NOT NULL CHECK (arrived_on IS date(arrived_on)),
  state       TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'taken', 'dismissed')),
  revision    INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX late_arrival_place ON late_arrival (state, party_key, form, month);
CREATE INDEX late_arrival_content ON late_arrival (party_key, form, content);
`
