/** Collection books that were issued (回収用の様式). */
export const collection = `
CREATE TABLE collection_issue (
  key          INTEGER PRIMARY KEY,
  id           TEXT NOT NULL UNIQUE,
  party_key    INTEGER NOT NULL REFERENCES party (key),
  form         TEXT NOT NULL CHECK (form IN ('consultation', 'place', 'network', 'family', 'outreach', 'other')),
  fiscal_year  INTEGER NOT NULL,
  from_month   TEXT NOT NULL CHECK (from_month || '-01' IS date(from_month || '-01')),
  to_month     TEXT NOT NULL CHECK (to_month || '-01' IS date(to_month || '-01')),
  mode         TEXT NOT NULL CHECK (mode IN ('records', 'tally')),
  issued_on    TEXT NOT NULL CHECK (issued_on IS date(issued_on)),
  due_on       TEXT NOT NULL CHECK (due_on IS date(due_on)),
  -- To whom the party returns it, as it is printed in the book.
  send_to      TEXT NOT NULL DEFAULT '',
  file_name    TEXT NOT NULL CHECK (file_name <> ''),
  -- JSON of a CollectionContent: sheets, lines, columns and lists as they were issued; read back by it alone.
  content      TEXT NOT NULL CHECK (json_type(content) = 'object'),
  withdrawn_on TEXT CHECK (withdrawn_on IS date(withdrawn_on)),
  revision     INTEGER NOT NULL DEFAULT 1,
  CHECK (from_month <= to_month)
) STRICT;
CREATE INDEX collection_issue_party ON collection_issue (party_key, form, fiscal_year);
CREATE INDEX collection_issue_year ON collection_issue (fiscal_year);
`
