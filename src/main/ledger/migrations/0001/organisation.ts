/** Who records and reports: staff, programmes, parties, venues, departments, each name with its valid dates. */
export const organisation = `
CREATE TABLE meta (
  key   INTEGER PRIMARY KEY,
  name  TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE staff (
  key        INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  name       TEXT NOT NULL UNIQUE CHECK (name <> ''),
  valid_from TEXT CHECK (valid_from IS date(valid_from)),
  valid_to   TEXT CHECK (valid_to IS date(valid_to)),
  position   INTEGER NOT NULL,
  revision   INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE programme (
  key         INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  code        TEXT NOT NULL UNIQUE CHECK (code <> ''),
  predecessor TEXT REFERENCES programme (code) DEFERRABLE INITIALLY DEFERRED,
  new_rule    TEXT NOT NULL CHECK (new_rule IN ('firstEver', 'firstOrReopened', 'notInPreviousYear')),
  revision    INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE party (
  key           INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,
  code          TEXT NOT NULL UNIQUE CHECK (code <> ''),
  corporation   TEXT NOT NULL,
  programme_key INTEGER NOT NULL REFERENCES programme (key),
  contract_from TEXT NOT NULL CHECK (contract_from IS date(contract_from)),
  contract_to   TEXT CHECK (contract_to IS date(contract_to)),
  revision      INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX party_programme ON party (programme_key);

CREATE TABLE venue (
  key      INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  code     TEXT NOT NULL UNIQUE CHECK (code <> ''),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Departments and divisions of the city, outermost first by position.
CREATE TABLE department (
  key      INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  code     TEXT NOT NULL UNIQUE CHECK (code <> ''),
  position INTEGER NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE programme_name (
  programme_key INTEGER NOT NULL REFERENCES programme (key),
  position      INTEGER NOT NULL,
  name          TEXT NOT NULL,
  valid_from    TEXT CHECK (valid_from IS date(valid_from)),
  valid_to      TEXT CHECK (valid_to IS date(valid_to)),
  PRIMARY KEY (programme_key, position)
) STRICT, WITHOUT ROWID;

-- Whom a programme was for, period by period, with its legal base; ages null is open or not stated.
CREATE TABLE programme_scope (
  programme_key INTEGER NOT NULL REFERENCES programme (key),
  position      INTEGER NOT NULL,
  valid_from    TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
  valid_to      TEXT CHECK (valid_to IS date(valid_to)),
  basis         TEXT NOT NULL,
  target        TEXT NOT NULL,
  age_low       INTEGER,
  age_high      INTEGER,
  PRIMARY KEY (programme_key, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE party_name (
  party_key  INTEGER NOT NULL REFERENCES party (key),
  position   INTEGER NOT NULL,
  name       TEXT NOT NULL,
  valid_from TEXT CHECK (valid_from IS date(valid_from)),
  valid_to   TEXT CHECK (valid_to IS date(valid_to)),
  PRIMARY KEY (party_key, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE venue_name (
  venue_key  INTEGER NOT NULL REFERENCES venue (key),
  position   INTEGER NOT NULL,
  name       TEXT NOT NULL,
  valid_from TEXT CHECK (valid_from IS date(valid_from)),
  valid_to   TEXT CHECK (valid_to IS date(valid_to)),
  PRIMARY KEY (venue_key, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE department_name (
  department_key INTEGER NOT NULL REFERENCES department (key),
  position       INTEGER NOT NULL,
  name           TEXT NOT NULL,
  valid_from     TEXT CHECK (valid_from IS date(valid_from)),
  valid_to       TEXT CHECK (valid_to IS date(valid_to)),
  PRIMARY KEY (department_key, position)
) STRICT, WITHOUT ROWID;

-- What a party hands in, and whether by records or by tally: never both for one month.
CREATE TABLE party_form (
  key        INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  party_key  INTEGER NOT NULL REFERENCES party (key),
  form       TEXT NOT NULL CHECK (form IN ('consultation', 'place', 'network', 'family', 'outreach', 'other')),
  mode       TEXT NOT NULL CHECK (mode IN ('records', 'tally')),
  from_month TEXT NOT NULL CHECK (from_month || '-01' IS date(from_month || '-01')),
  to_month   TEXT CHECK (to_month || '-01' IS date(to_month || '-01')),
  revision   INTEGER NOT NULL DEFAULT 1,
  UNIQUE (party_key, form, from_month)
) STRICT;

-- The state of a party's form for a month.
CREATE TABLE report (
  key           INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,
  party_key     INTEGER NOT NULL REFERENCES party (key),
  form          TEXT NOT NULL CHECK (form IN ('consultation', 'place', 'network', 'family', 'outreach', 'other')),
  month         TEXT NOT NULL CHECK (month || '-01' IS date(month || '-01')),
  fiscal_year   INTEGER NOT NULL GENERATED ALWAYS AS (CAST(substr(month, 1, 4) AS INTEGER) - (substr(month, 6, 2) < '04')) STORED,
  state         TEXT NOT NULL CHECK (state IN ('missing', 'received', 'sentBack', 'resubmitted', 'checked', 'confirmed')),
  zero_declared INTEGER NOT NULL DEFAULT 0 CHECK (zero_declared IN (0, 1)),
  revision      INTEGER NOT NULL DEFAULT 1,
  UNIQUE (party_key, form, month)
) STRICT;
CREATE INDEX report_year ON report (fiscal_year, form, party_key, month, state, zero_declared);

-- 計上ルール: which parties make the city's total of a statistic (or of a family: 'consultation').
-- Without a rule all parties of the form count.
CREATE TABLE counting_rule (
  key        INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  statistic  TEXT NOT NULL CHECK (statistic <> ''),
  from_year  INTEGER NOT NULL,
  to_year    INTEGER,
  reason     TEXT NOT NULL DEFAULT '',
  revision   INTEGER NOT NULL DEFAULT 1,
  UNIQUE (statistic, from_year)
) STRICT;

CREATE TABLE counting_rule_party (
  counting_rule_key INTEGER NOT NULL REFERENCES counting_rule (key),
  position          INTEGER NOT NULL,
  party_key         INTEGER NOT NULL REFERENCES party (key),
  PRIMARY KEY (counting_rule_key, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX counting_rule_party_party ON counting_rule_party (party_key);
`
