/** Code lists, the plan's tree, settings, papers and half-filled entries. */
export const planning = `
CREATE TABLE code_list (
  key      INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  code     TEXT NOT NULL UNIQUE CHECK (code <> ''),
  label    TEXT NOT NULL,
  choice   TEXT NOT NULL CHECK (choice IN ('single', 'multiple')),
  -- Rises with every change of an item.
  version  INTEGER NOT NULL DEFAULT 1,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Codes are stable and never deleted: retired, or mapped onto another by merged_into.
CREATE TABLE code_item (
  key           INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,
  code_list_key INTEGER NOT NULL REFERENCES code_list (key),
  code          TEXT NOT NULL CHECK (code <> ''),
  label         TEXT NOT NULL,
  -- The coarser code of the same list or of its roll-up list: 母 → 家族.
  roll_up       TEXT,
  position      INTEGER NOT NULL,
  since_version INTEGER NOT NULL DEFAULT 1,
  retired_on    TEXT CHECK (retired_on IS date(retired_on)),
  merged_into   TEXT,
  revision      INTEGER NOT NULL DEFAULT 1,
  UNIQUE (code_list_key, code),
  FOREIGN KEY (code_list_key, merged_into) REFERENCES code_item (code_list_key, code) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX code_item_merged ON code_item (code_list_key, merged_into);

CREATE TABLE plan (
  key       INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  name      TEXT NOT NULL,
  from_year INTEGER NOT NULL,
  to_year   INTEGER NOT NULL,
  -- JSON array of level names from the top.
  levels    TEXT NOT NULL CHECK (json_type(levels) = 'array'),
  revision  INTEGER NOT NULL DEFAULT 1,
  CHECK (to_year >= from_year)
) STRICT;

CREATE TABLE plan_node (
  key        INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  plan_key   INTEGER NOT NULL REFERENCES plan (key),
  parent_key INTEGER REFERENCES plan_node (key) DEFERRABLE INITIALLY DEFERRED,
  depth      INTEGER NOT NULL CHECK (depth >= 0),
  mark       TEXT NOT NULL,
  -- '' is an empty place, never invented text.
  text       TEXT NOT NULL,
  position   INTEGER NOT NULL,
  revision   INTEGER NOT NULL DEFAULT 1,
  CHECK ((depth = 0) = (parent_key IS NULL))
) STRICT;
CREATE INDEX plan_node_plan ON plan_node (plan_key, depth, position);
CREATE INDEX plan_node_parent ON plan_node (parent_key);

CREATE TABLE setting (
  key      INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  name     TEXT NOT NULL UNIQUE CHECK (name <> ''),
  value    TEXT NOT NULL CHECK (json_valid(value)),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;

-- A paper being written: its choices, and the words that replace the template's.
CREATE TABLE paper (
  key        INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  template   TEXT NOT NULL,
  settings   TEXT NOT NULL CHECK (json_type(settings) = 'object'),
  edits      TEXT NOT NULL CHECK (json_type(edits) = 'object'),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  revision   INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Half-filled entries: never counted, not part of the history (each keystroke would stay for ever).
CREATE TABLE draft (
  key        INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  kind       TEXT NOT NULL CHECK (kind <> ''),
  -- The row that is being changed, or null for a new one.
  target_id  TEXT,
  staff      TEXT NOT NULL,
  content    TEXT NOT NULL CHECK (json_valid(content)),
  updated_at TEXT NOT NULL,
  revision   INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX draft_kind ON draft (kind, staff, updated_at);
`
