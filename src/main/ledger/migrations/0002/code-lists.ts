import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'

/** How codes are typed and read, and the bands of ages, as rows: each change is one line of the history. */
const tables = `
-- Code of the list that holds the groups of this one: caller → callerGroup.
ALTER TABLE code_list ADD COLUMN groups TEXT;
-- Hiragana, for choosing by typing.
ALTER TABLE code_item ADD COLUMN kana TEXT NOT NULL DEFAULT '';
-- その他: its text is asked for.
ALTER TABLE code_item ADD COLUMN with_text INTEGER NOT NULL DEFAULT 0 CHECK (with_text IN (0, 1));
-- First and (retired_on) last day on which the item is offered; null is open.
ALTER TABLE code_item ADD COLUMN valid_from TEXT CHECK (valid_from IS date(valid_from));

-- Other spellings of an item; also_* is what the spelling says beside it (同行 is a visit with 同行支援).
CREATE TABLE code_alias (
  code_item_key INTEGER NOT NULL REFERENCES code_item (key),
  position      INTEGER NOT NULL,
  text          TEXT NOT NULL CHECK (text <> ''),
  also_list     TEXT,
  also_code     TEXT,
  PRIMARY KEY (code_item_key, position),
  CHECK ((also_list IS NULL) = (also_code IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE age_bands (
  key      INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  code     TEXT NOT NULL UNIQUE CHECK (code <> ''),
  label    TEXT NOT NULL,
  -- Rises with every change.
  version  INTEGER NOT NULL DEFAULT 1,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Youngest first, both ends included, null is open.
CREATE TABLE age_band (
  age_bands_key INTEGER NOT NULL REFERENCES age_bands (key),
  position      INTEGER NOT NULL,
  code          TEXT NOT NULL CHECK (code <> ''),
  label         TEXT NOT NULL,
  low           INTEGER CHECK (low BETWEEN 0 AND 150),
  high          INTEGER CHECK (high BETWEEN low AND 150),
  PRIMARY KEY (age_bands_key, position)
) STRICT, WITHOUT ROWID;
`

/** Names of the setting before and after: what is left of it are the ages of 8050. */
const before = 'codes.reading'
const after = 'codes.household8050'

interface Alias {
  readonly text: string
  readonly also: { readonly list: string; readonly code: string } | null
}

interface Reading {
  readonly ageBands: readonly {
    readonly code: string
    readonly label: string
    readonly bands: readonly {
      readonly code: string
      readonly label: string
      readonly low: number | null
      readonly high: number | null
    }[]
  }[]
  readonly household8050: object
  readonly lists: Readonly<
    Record<
      string,
      {
        readonly groups: string | null
        readonly items: Readonly<
          Record<
            string,
            {
              readonly kana?: string
              readonly aliases?: readonly Alias[]
              readonly withText?: boolean
              readonly validFrom?: string | null
            }
          >
        >
      }
    >
  >
}

/** Makes the tables, and moves into them what version 1 kept as one JSON in the setting `codes.reading`. */
export function codeLists(connection: Database): void {
  connection.exec(tables)
  const value = connection
    .prepare<[string], string>('SELECT value FROM setting WHERE name = ?')
    .pluck()
    .get(before)
  if (value === undefined) return
  const reading = JSON.parse(value) as Reading
  for (const [list, { groups, items }] of Object.entries(reading.lists)) {
    connection.prepare('UPDATE code_list SET groups = ? WHERE code = ?').run(groups, list)
    for (const [code, item] of Object.entries(items)) moveItem(connection, list, code, item)
  }
  moveBands(connection, reading)
  connection
    .prepare('UPDATE setting SET name = ?, value = ?, revision = revision + 1 WHERE name = ?')
    .run(after, JSON.stringify(reading.household8050), before)
}

function moveItem(
  connection: Database,
  list: string,
  code: string,
  item: Reading['lists'][string]['items'][string],
): void {
  const key = connection
    .prepare<[string, string], number>(
      `SELECT key FROM code_item WHERE code = ?
       AND code_list_key = (SELECT key FROM code_list WHERE code = ?)`,
    )
    .pluck()
    .get(code, list)
  if (key === undefined) return
  connection
    .prepare('UPDATE code_item SET kana = ?, with_text = ?, valid_from = ? WHERE key = ?')
    .run(item.kana ?? '', item.withText === true ? 1 : 0, item.validFrom ?? null, key)
  const insert = connection.prepare('INSERT INTO code_alias VALUES (?, ?, ?, ?, ?)')
  for (const [position, { text, also }] of (item.aliases ?? []).entries()) {
    insert.run(key, position, text, also?.list ?? null, also?.code ?? null)
  }
}

function moveBands(connection: Database, reading: Reading): void {
  const ledger = connection
    .prepare<[], string>("SELECT value FROM meta WHERE name = 'ledgerId'")
    .pluck()
    .get()
  for (const { code, label, bands } of reading.ageBands) {
    const { lastInsertRowid: key } = connection
      .prepare('INSERT INTO age_bands (id, code, label) VALUES (?, ?, ?)')
      .run(derivedId(`${ledger ?? ''}/age_bands/${code}`), code, label)
    const insert = connection.prepare('INSERT INTO age_band VALUES (?, ?, ?, ?, ?, ?)')
    for (const [position, band] of bands.entries()) {
      insert.run(key, position, band.code, band.label, band.low, band.high)
    }
  }
}

/** A step has no source of ids: this one is the same each time for a ledger, as a UUID of version 8. */
function derivedId(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
