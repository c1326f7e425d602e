/** Profiles of books, and what was received (取込). */
export const intake = `
-- How a party's books of a kind are to be read; party null: of no party (indicators).
CREATE TABLE intake_profile (
  key       INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  party_key INTEGER REFERENCES party (key),
  kind      TEXT NOT NULL CHECK (kind IN ('consultations', 'sessions', 'tally', 'indicators')),
  name      TEXT NOT NULL CHECK (name <> ''),
  -- JSON of a BookProfile: columns, spellings, answers.
  content   TEXT NOT NULL CHECK (json_type(content) = 'object'),
  revision  INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX intake_profile_name ON intake_profile (kind, ifnull(party_key, 0), name);
CREATE INDEX intake_profile_party ON intake_profile (party_key);

-- A book that was applied: what it was and what came of it, never what stood in it. Its undo removes it.
CREATE TABLE book_receipt (
  key        INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  file_name  TEXT NOT NULL,
  digest     TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('consultations', 'sessions', 'tally', 'indicators')),
  -- Null: of several parties, or of none.
  party_key  INTEGER REFERENCES party (key),
  from_month TEXT CHECK (from_month || '-01' IS date(from_month || '-01')),
  to_month   TEXT CHECK (to_month || '-01' IS date(to_month || '-01')),
  -- JSON of an Accounting.
  counts     TEXT NOT NULL CHECK (json_type(counts) = 'object'),
  withdrawn  INTEGER NOT NULL DEFAULT 0,
  staff      TEXT NOT NULL,
  at         TEXT NOT NULL,
  action_id  TEXT NOT NULL,
  revision   INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX book_receipt_digest ON book_receipt (digest);
CREATE INDEX book_receipt_party ON book_receipt (party_key);
`
