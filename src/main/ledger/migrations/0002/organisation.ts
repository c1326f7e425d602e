/** What 設定 needs of parties, venues and the year change (domain §1, §3; retirement instead of deletion). */
export const organisation = `
-- Hiragana, for choosing by typing.
ALTER TABLE party ADD COLUMN kana TEXT NOT NULL DEFAULT '';
-- Code of the party whose contract this one took over (受託者交代).
ALTER TABLE party ADD COLUMN predecessor TEXT REFERENCES party (code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE venue ADD COLUMN kana TEXT NOT NULL DEFAULT '';
-- Last day on which it is offered; null is open.
ALTER TABLE venue ADD COLUMN retired_on TEXT CHECK (retired_on IS date(retired_on));
ALTER TABLE department ADD COLUMN retired_on TEXT CHECK (retired_on IS date(retired_on));
ALTER TABLE programme ADD COLUMN retired_on TEXT CHECK (retired_on IS date(retired_on));

-- 年度更新: what was decided when a fiscal year was begun.
CREATE TABLE year_change (
  key         INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  -- The year that began.
  fiscal_year INTEGER NOT NULL UNIQUE,
  -- JSON: decisions and what came of them.
  outcome     TEXT NOT NULL CHECK (json_type(outcome) = 'object'),
  revision    INTEGER NOT NULL DEFAULT 1
) STRICT;
`
