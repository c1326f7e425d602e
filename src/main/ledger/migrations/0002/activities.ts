/**
 * Series (毎週木曜日), hours, places offered and applied for, how a survey was made, and of a state: what it
 * is proven by, and the date that a postponement moved. What was recorded by mistake and withdrawn stays
 * in a table of its own, so that no statistic can meet it.
 */
export const activities = `
-- Activities of one series share it; null stands alone.
ALTER TABLE activity ADD COLUMN series_id TEXT;
-- As printed: 「14時から16時まで」.
ALTER TABLE activity ADD COLUMN hours TEXT NOT NULL DEFAULT '';
ALTER TABLE activity ADD COLUMN capacity INTEGER CHECK (capacity >= 0);
ALTER TABLE activity ADD COLUMN applications INTEGER CHECK (applications >= 0);
-- その他 with its text.
ALTER TABLE activity ADD COLUMN kind_other TEXT NOT NULL DEFAULT '';
-- 郵送, ウェブ, 聞き取り, and the days between which answers were taken.
ALTER TABLE activity ADD COLUMN survey_method TEXT NOT NULL DEFAULT '';
ALTER TABLE activity ADD COLUMN survey_from TEXT CHECK (survey_from IS date(survey_from));
ALTER TABLE activity ADD COLUMN survey_to TEXT CHECK (survey_to IS date(survey_to));
CREATE INDEX activity_series ON activity (series_id) WHERE series_id IS NOT NULL;
-- 根拠資料: minutes, a leaflet, a report.
ALTER TABLE activity_state ADD COLUMN evidence TEXT NOT NULL DEFAULT '';
-- The planned date before this change moved it (延期): what the plan was on an earlier as-of date.
ALTER TABLE activity_state ADD COLUMN moved_kind TEXT CHECK (moved_kind IN ('day', 'month', 'months', 'unknown'));
ALTER TABLE activity_state ADD COLUMN moved_from TEXT;
ALTER TABLE activity_state ADD COLUMN moved_to TEXT;

-- States that were recorded by mistake: out of every count, still in the log, with the reason.
CREATE TABLE activity_withdrawn (
  activity_key INTEGER NOT NULL REFERENCES activity (key),
  position     INTEGER NOT NULL,
  state        TEXT NOT NULL CHECK (state IN ('planned', 'held', 'partlyHeld', 'substituted', 'cancelled', 'postponed')),
  on_day       TEXT NOT NULL CHECK (on_day IS date(on_day)),
  reason       TEXT NOT NULL DEFAULT '',
  evidence     TEXT NOT NULL DEFAULT '',
  withdrawn_on TEXT NOT NULL CHECK (withdrawn_on IS date(withdrawn_on)),
  withdrawn_for TEXT NOT NULL CHECK (withdrawn_for <> ''),
  PRIMARY KEY (activity_key, position)
) STRICT, WITHOUT ROWID;
ALTER TABLE tally ADD COLUMN evidence TEXT NOT NULL DEFAULT '';
`
