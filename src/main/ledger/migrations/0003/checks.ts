/** Findings that someone looked into: 確認済（理由あり）, domain §7. */
export const checks = `
CREATE TABLE finding_acknowledgement (
  key         INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  -- Id of the rule, and the stable name of the place where it found something.
  rule        TEXT NOT NULL CHECK (rule <> ''),
  place       TEXT NOT NULL,
  -- The values that the finding saw: another value, and it is open again.
  fingerprint TEXT NOT NULL,
  -- Both as the clerk read them, for the history.
  place_words TEXT NOT NULL,
  message     TEXT NOT NULL,
  reason      TEXT NOT NULL CHECK (trim(reason) <> ''),
  revision    INTEGER NOT NULL DEFAULT 1,
  UNIQUE (rule, place, fingerprint)
) STRICT;
-- The few contacts of 8050 households, for their ages.
CREATE INDEX consultation_8050 ON consultation (age_high) WHERE household = '8050';
-- Known ages case by case: who grew younger is found without reading the contacts.
CREATE INDEX consultation_ages ON consultation (case_key, age_high, age_low)
  WHERE age_high IS NOT NULL AND case_key IS NOT NULL;
`
