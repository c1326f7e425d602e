/**
 * How often each code occurs in the invented records: plausible for such a service, taken from no
 * real statistics. The codes are those of the code lists (`resources/code-lists.json`).
 */

/** Code → how often, relative to the others. */
export type Weights = Readonly<Record<string, number>>

export const sexes: Weights = { male: 620, female: 335, other: 15, unknown: 30 }

export const ageKnown = { exact: 78, decade: 15, notAtFirst: 5, never: 2 }
export const ageKnownCapped = { exact: 84, decade: 10, notAtFirst: 6 }
export const ageKnownYoung = { exact: 93, notAtFirst: 7 }

/** Until 令和５年度 only 被保護 and 生活困窮 were in the scope. */
export const economicCapped: Weights = { protected: 36, needy: 64 }
export const economicOpen: Weights = { protected: 14, needy: 38, other: 33, unknown: 15 }

export const schooling = {
  juniorHigh: 'juniorHigh',
  lastJuniorHigh: 'juniorHigh3',
  high: 'highSchool',
  university: 'university',
  none: 'none',
}

export const households = {
  alone: 'alone',
  parents: 'withParents',
  spouse: 'withSpouse',
  eightyFifty: '8050',
  other: 'other',
  unknown: 'unknown',
} as const

export const livesWithYoung = { alone: 9, parents: 79, spouse: 2, other: 6, unknown: 4 }
export const livesWithOld = { alone: 26, parents: 60, spouse: 4, other: 6, unknown: 4 }

/** 期間, by the first step whose limit in months is not reached. */
export const durations = {
  steps: [
    { below: 6, code: 'under6m' },
    { below: 12, code: '6m-1y' },
    { below: 24, code: '1y-2y' },
    { below: 36, code: '2y-3y' },
    { below: 60, code: '3y-5y' },
    { below: 84, code: '5y-7y' },
    { below: 120, code: '7y-10y' },
  ],
  longest: 'over10y',
  unknown: 'unknown',
}

export const areas: Weights = {
  district1: 15,
  district2: 13,
  district3: 11,
  district4: 14,
  district5: 12,
  district6: 10,
  district7: 9,
  district8: 8,
  outside: 3,
  unknown: 5,
}

export const routes: Weights = {
  family: 30,
  self: 17,
  publicity: 11,
  welfareOffice: 11,
  selfReliance: 9,
  socialCouncil: 6,
  communityCoordinator: 5,
  commissioner: 4,
  publicHealth: 4,
  medical: 3,
}
export const routesYoung: Weights = {
  family: 32,
  school: 24,
  educationCentre: 9,
  self: 9,
  welfareOffice: 10,
  childGuidance: 4,
  publicity: 6,
  selfReliance: 6,
}
export const routesOld: Weights = {
  family: 27,
  communityCare: 20,
  commissioner: 11,
  self: 12,
  welfareOffice: 8,
  selfReliance: 9,
  communityCoordinator: 6,
  publicity: 7,
}

/** 要因 (再掲), each independent of the others; `young` below 40. */
export const factors = [
  { code: 'developmental', young: 0.24, old: 0.16 },
  { code: 'mental', young: 0.18, old: 0.26 },
  { code: 'truancy', young: 0.34, old: 0.1 },
  { code: 'poverty', young: 0.16, old: 0.24 },
]

export const intensities = [0.4, 0.7, 1, 1, 1, 1.4, 1.8, 2.6, 4]

/** 相談方法 by fiscal year: online and SNS grow a little. */
export const methods: Readonly<Record<number, Weights>> = {
  2022: { phone: 36, visitUs: 31, outreach: 11, onSite: 3, mail: 10, sns: 4, online: 3, letter: 1, other: 1 },
  2023: { phone: 35, visitUs: 30, outreach: 11, onSite: 3, mail: 10, sns: 5, online: 4, letter: 1, other: 1 },
  2024: { phone: 32, visitUs: 29, outreach: 13, onSite: 4, mail: 9, sns: 6, online: 5, letter: 1, other: 1 },
}
export const methodsAnonymous: Weights = { phone: 76, mail: 15, sns: 9 }
export const outreachMethod = 'outreach'
export const officeMethod = 'visitUs'

/** 来談者, for persons below and from 40. */
export const callersYoung: Weights = {
  self: 36,
  mother: 31,
  father: 10,
  sibling: 4,
  grandparent: 3,
  agency: 12,
  unknown: 1,
  relative: 2,
  neighbour: 1,
}
export const callersOld: Weights = {
  self: 31,
  mother: 24,
  father: 6,
  sibling: 15,
  spouse: 3,
  child: 1,
  commissioner: 6,
  agency: 11,
  relative: 2,
  unknown: 1,
}
export const callersAnonymous: Weights = {
  mother: 34,
  self: 26,
  father: 10,
  sibling: 9,
  neighbour: 8,
  unknown: 13,
}
/** 同席者, where there is one. */
export const companions: Weights = { mother: 55, father: 20, sibling: 12, agency: 13 }

/** 相談内容 (◎), for persons below and from 40. */
export const topicsYoung: Weights = {
  withdrawal: 44,
  family: 15,
  health: 10,
  jobSearch: 13,
  income: 5,
  workWorry: 4,
  community: 3,
  housing: 2,
  childcare: 1,
  debt: 1,
  other: 2,
}
export const topicsOld: Weights = {
  withdrawal: 38,
  family: 13,
  health: 13,
  jobSearch: 9,
  income: 9,
  housing: 4,
  care: 6,
  community: 3,
  debt: 2,
  tax: 1,
  food: 1,
  other: 1,
}

/** 支援内容 (multi): each independent of the others. 同行支援 only goes with a visit. */
export const supports = [
  { code: 'listening', share: 0.86 },
  { code: 'information', share: 0.38 },
  { code: 'procedure', share: 0.07 },
  { code: 'place', share: 0.16 },
  { code: 'family', share: 0.2 },
  { code: 'coordination', share: 0.13 },
]
export const accompaniment = { code: 'accompanied', shareOfVisits: 0.4 }

/** つなぎ先, for persons below and from 40. */
export const destinationsYoung: Weights = {
  place: 22,
  workPreparation: 18,
  youthStation: 12,
  medical: 10,
  school: 9,
  publicHealth: 7,
  selfReliance: 8,
  helloWork: 7,
  developmental: 4,
  ngo: 3,
}
export const destinationsOld: Weights = {
  workPreparation: 15,
  communityCare: 16,
  medical: 12,
  selfReliance: 13,
  welfareOffice: 11,
  publicHealth: 8,
  helloWork: 8,
  place: 9,
  disability: 5,
  household: 3,
}
export const depths = { informed: 30, introduced: 36, accompanied: 18, useConfirmed: 16 }

/** 関係機関 of 連絡調整. */
export const agencies: Weights = {
  welfareOffice: 20,
  communityCoordinator: 16,
  medical: 13,
  communityCare: 11,
  publicHealth: 10,
  school: 9,
  socialCouncil: 8,
  workPreparation: 8,
  helloWork: 5,
}

/** 備考: most are empty; none says who. */
export const notes = [
  '次回は来所での面接を予定',
  '本人の希望により電話で継続',
  '家族の負担が大きく、家族支援を併せて行う',
  '居場所の見学を希望',
  '生活の状況に変化なし',
  '外出の機会が増えている',
]
export const shareWithNote = 0.12
