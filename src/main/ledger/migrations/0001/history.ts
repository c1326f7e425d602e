/**
 * Append-only history (trust, Nothing gets lost §2, §7): `history` is the chain, with salted digests;
 * the images lie beside it, so that disposal can delete image and salt and leave the chain whole.
 */
export const history = `
-- A user's action; the same id again gets the same answer.
CREATE TABLE action (
  key       INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  kind      TEXT NOT NULL,
  staff     TEXT NOT NULL,
  reason    TEXT NOT NULL,
  -- UTC instant by the clock of the PC; order is the sequence number, never this.
  at        TEXT NOT NULL,
  -- What was asked, as a digest: another request under the same id is refused.
  request   BLOB NOT NULL,
  answer    TEXT NOT NULL,
  first_seq INTEGER NOT NULL,
  last_seq  INTEGER NOT NULL,
  -- Covers this row and the last link of its entries.
  mac       BLOB NOT NULL
) STRICT;

CREATE TABLE history (
  seq           INTEGER PRIMARY KEY,
  action_key    INTEGER NOT NULL REFERENCES action (key) DEFERRABLE INITIALLY DEFERRED,
  change        TEXT NOT NULL CHECK (change IN ('insert', 'update', 'delete', 'none')),
  table_name    TEXT NOT NULL,
  row_key       INTEGER NOT NULL,
  row_id        TEXT NOT NULL,
  before_digest BLOB,
  after_digest  BLOB,
  mac           BLOB NOT NULL
) STRICT;
CREATE INDEX history_row ON history (table_name, row_key, seq);

CREATE TABLE history_image (
  seq    INTEGER PRIMARY KEY REFERENCES history (seq),
  salt   BLOB NOT NULL,
  before TEXT,
  after  TEXT
) STRICT;
`
