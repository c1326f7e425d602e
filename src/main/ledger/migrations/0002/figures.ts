/** Kept questions to the statistics (お気に入り), and figures that were said in public (既に出た数字, domain §6). */
export const figures = `
CREATE TABLE favourite (
  key      INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  name     TEXT NOT NULL CHECK (name <> ''),
  -- JSON: the choices of 集計・統計表, without a year when it follows the window's.
  choices  TEXT NOT NULL CHECK (json_type(choices) = 'object'),
  position INTEGER NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE known_figure (
  key      INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  said_on  TEXT NOT NULL CHECK (said_on IS date(said_on)),
  -- Where it was said: 令和６年第４回定例会　一般質問.
  occasion TEXT NOT NULL,
  -- JSON of the StatisticQuery, and of the cell that was said.
  query    TEXT NOT NULL CHECK (json_type(query) = 'object'),
  cell     TEXT NOT NULL CHECK (json_type(cell) = 'object'),
  sentence TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX known_figure_day ON known_figure (said_on);
`
