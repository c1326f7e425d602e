/**
 * The activities of which the council paper speaks (`ActivityRow.kind`). What the ledger lacks is left
 * out of the paper, never invented. Several rows of one kind are told together (three seminars).
 */
export const councilKinds = {
  /** ④ 家族セミナー: one row a session. */
  familySeminar: 'familySeminar',
  /** ⑤ア ひきこもりを考えるイベント. */
  event: 'event',
  /** ⑤イ 講演会; its day is unknown until it is fixed, only the month stands. */
  lecture: 'lecture',
  /** ⑥ア 実態調査; `measures` hold `survey.sample` for the strata below. */
  survey: 'survey',
  /** ⑥ア 調査結果の公表: planned by month; held once the results are out. */
  surveyPublication: 'surveyPublication',
  /** ⑥イ 学生と市との意見交換会; its date is not known. */
  dialogue: 'dialogue',
  /** ② a place under consideration (谷戸高齢者在宅サービスセンター跡地): `planned` while it is 検討. */
  placePreparation: 'placePreparation',
  /** ② 居場所 sessions that are held. */
  place: 'place',
  /** ③ meetings of the four parties. */
  networkMeeting: 'networkMeeting',
} as const

/** Strata of `survey.sample`, never summed (worked case 7). */
export const surveyStrata = {
  residents: 'residents',
  agencies: 'agencies',
  personsAndFamilies: 'personsAndFamilies',
} as const
