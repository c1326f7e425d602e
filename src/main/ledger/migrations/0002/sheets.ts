/** Which items stand on a party's monthly sheet (月報入力), in their order; without a row the catalogue's own. */
export const sheets = `
CREATE TABLE form_sheet (
  key       INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  party_key INTEGER NOT NULL REFERENCES party (key),
  form      TEXT NOT NULL CHECK (form IN ('consultation', 'place', 'network', 'family', 'outreach', 'other')),
  revision  INTEGER NOT NULL DEFAULT 1,
  UNIQUE (party_key, form)
) STRICT;

-- A line: statistic × up to two breakdowns, as in tally. by1 < by2 in text order; '' where there is none.
CREATE TABLE form_item (
  form_sheet_key INTEGER NOT NULL REFERENCES form_sheet (key),
  position       INTEGER NOT NULL,
  statistic      TEXT NOT NULL CHECK (statistic <> ''),
  by1            TEXT NOT NULL DEFAULT '',
  code1          TEXT NOT NULL DEFAULT '',
  by2            TEXT NOT NULL DEFAULT '',
  code2          TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (form_sheet_key, position),
  UNIQUE (form_sheet_key, statistic, by1, code1, by2, code2)
) STRICT, WITHOUT ROWID;
`
