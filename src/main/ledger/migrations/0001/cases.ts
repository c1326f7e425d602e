/** Persons as codes, and every contact with or about them. No column for a name, address or phone number. */
export const cases = `
CREATE TABLE case_file (
  key             INTEGER PRIMARY KEY,
  id              TEXT NOT NULL UNIQUE,
  code            TEXT NOT NULL UNIQUE CHECK (code <> ''),
  -- 名寄せ is a map: the rows of a merged case stay where they are.
  merged_into_key INTEGER REFERENCES case_file (key) DEFERRABLE INITIALLY DEFERRED CHECK (merged_into_key IS NOT key),
  before_ledger   INTEGER NOT NULL DEFAULT 0 CHECK (before_ledger IN (0, 1)),
  -- Cases of one household share it; null is a household of its own.
  household_id    TEXT,
  revision        INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX case_file_merged ON case_file (merged_into_key) WHERE merged_into_key IS NOT NULL;
CREATE INDEX case_file_before ON case_file (before_ledger) WHERE before_ledger = 1;
CREATE INDEX case_file_household ON case_file (household_id) WHERE household_id IS NOT NULL;

CREATE TABLE case_episode (
  key            INTEGER PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE,
  case_key       INTEGER NOT NULL REFERENCES case_file (key),
  opened_on      TEXT NOT NULL CHECK (opened_on IS date(opened_on)),
  closed_on      TEXT CHECK (closed_on IS date(closed_on)),
  closing_reason TEXT CHECK (closing_reason IN ('goalReached', 'handedOver', 'wish', 'interrupted', 'movedAway', 'died', 'other')),
  revision       INTEGER NOT NULL DEFAULT 1,
  CHECK (closed_on >= opened_on),
  CHECK ((closed_on IS NULL) = (closing_reason IS NULL))
) STRICT;
CREATE INDEX case_episode_case ON case_episode (case_key, opened_on, closed_on);

CREATE TABLE consultation (
  key         INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  day         TEXT NOT NULL CHECK (day IS date(day)),
  fiscal_year INTEGER NOT NULL GENERATED ALWAYS AS (CAST(substr(day, 1, 4) AS INTEGER) - (substr(day, 6, 2) < '04')) STORED,
  month       TEXT NOT NULL GENERATED ALWAYS AS (substr(day, 1, 7)) STORED,
  party_key   INTEGER NOT NULL REFERENCES party (key),
  -- Null exactly when the contact is anonymous: it counts in 延べ, never in 実.
  case_key    INTEGER REFERENCES case_file (key),
  method      TEXT NOT NULL,
  caller      TEXT NOT NULL,
  -- Both null: 不明. 30代 is 30–39, an exact age is n–n.
  age_low     INTEGER CHECK (age_low BETWEEN 0 AND 150),
  age_high    INTEGER CHECK (age_high BETWEEN age_low AND 150),
  sex         TEXT NOT NULL,
  schooling   TEXT NOT NULL,
  economic    TEXT NOT NULL,
  household   TEXT NOT NULL,
  area        TEXT NOT NULL,
  duration    TEXT NOT NULL,
  route       TEXT NOT NULL,
  main_topic  TEXT NOT NULL,
  -- 「新規」 as the reporter wrote it: a claim to be checked, never the source.
  new_claim   INTEGER CHECK (new_claim IN (0, 1)),
  note        TEXT NOT NULL DEFAULT '',
  revision    INTEGER NOT NULL DEFAULT 1,
  CHECK ((age_low IS NULL) = (age_high IS NULL))
) STRICT;
CREATE INDEX consultation_day ON consultation (day, key);
CREATE INDEX consultation_case ON consultation (case_key, day, party_key);
-- Covers the statistics of a year in the order in which attributes are resolved (day, then recording).
CREATE INDEX consultation_statistics ON consultation
  (fiscal_year, day, key, party_key, case_key, method, caller, age_low, age_high, sex, route);
CREATE INDEX consultation_party ON consultation (party_key, month);

-- Multiple choices of a consultation: list is support, companion, topic or factor.
CREATE TABLE consultation_choice (
  consultation_key INTEGER NOT NULL REFERENCES consultation (key),
  list             TEXT NOT NULL CHECK (list IN ('support', 'companion', 'topic', 'factor')),
  position         INTEGER NOT NULL,
  code             TEXT NOT NULL,
  PRIMARY KEY (consultation_key, list, position)
) STRICT, WITHOUT ROWID;

-- 関係機関との連絡調整: never a consultation.
CREATE TABLE coordination (
  key         INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  day         TEXT NOT NULL CHECK (day IS date(day)),
  fiscal_year INTEGER NOT NULL GENERATED ALWAYS AS (CAST(substr(day, 1, 4) AS INTEGER) - (substr(day, 6, 2) < '04')) STORED,
  month       TEXT NOT NULL GENERATED ALWAYS AS (substr(day, 1, 7)) STORED,
  party_key   INTEGER NOT NULL REFERENCES party (key),
  case_key    INTEGER REFERENCES case_file (key),
  agency      TEXT NOT NULL,
  revision    INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX coordination_year ON coordination (fiscal_year, month, party_key, agency, day);
CREATE INDEX coordination_party ON coordination (party_key);
CREATE INDEX coordination_case ON coordination (case_key);

-- つなぎ.
CREATE TABLE referral (
  key              INTEGER PRIMARY KEY,
  id               TEXT NOT NULL UNIQUE,
  day              TEXT NOT NULL CHECK (day IS date(day)),
  fiscal_year      INTEGER NOT NULL GENERATED ALWAYS AS (CAST(substr(day, 1, 4) AS INTEGER) - (substr(day, 6, 2) < '04')) STORED,
  month            TEXT NOT NULL GENERATED ALWAYS AS (substr(day, 1, 7)) STORED,
  party_key        INTEGER NOT NULL REFERENCES party (key),
  case_key         INTEGER REFERENCES case_file (key),
  consultation_key INTEGER REFERENCES consultation (key),
  destination      TEXT NOT NULL,
  depth            TEXT NOT NULL CHECK (depth IN ('informed', 'introduced', 'accompanied', 'useConfirmed')),
  revision         INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX referral_year ON referral (fiscal_year, month, party_key, destination, depth, day);
CREATE INDEX referral_party ON referral (party_key);
CREATE INDEX referral_case ON referral (case_key);
CREATE INDEX referral_consultation ON referral (consultation_key);
`
