/** Series (毎週木曜日), hours, places offered and applied for, and what an activity's state is proven by. */
export const activities = `
-- Activities of one series share it; null stands alone.
ALTER TABLE activity ADD COLUMN series_id TEXT;
-- As printed: 「14時から16時まで」.
ALTER TABLE activity ADD COLUMN hours TEXT NOT NULL DEFAULT '';
ALTER TABLE activity ADD COLUMN capacity INTEGER CHECK (capacity >= 0);
ALTER TABLE activity ADD COLUMN applications INTEGER CHECK (applications >= 0);
CREATE INDEX activity_series ON activity (series_id) WHERE series_id IS NOT NULL;
-- 根拠資料: minutes, a leaflet, a report.
ALTER TABLE activity_state ADD COLUMN evidence TEXT NOT NULL DEFAULT '';
ALTER TABLE tally ADD COLUMN evidence TEXT NOT NULL DEFAULT '';
`
