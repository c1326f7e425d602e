/** その他 with its text, for every list of a consultation that has one (domain §4). */
export const consultations = `
CREATE TABLE consultation_other (
  consultation_key INTEGER NOT NULL REFERENCES consultation (key),
  -- The list whose その他 is explained: method, caller, route, topic …
  list             TEXT NOT NULL,
  position         INTEGER NOT NULL,
  text             TEXT NOT NULL CHECK (text <> ''),
  PRIMARY KEY (consultation_key, list, position)
) STRICT, WITHOUT ROWID;
`
