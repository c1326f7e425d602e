/** What 点検 asks for. A contact that is not marked 新規 costs nothing. */
export const indexes = `
CREATE INDEX consultation_claimed ON consultation (case_key, fiscal_year, day) WHERE new_claim = 1;
`
