/** Words of the kit's fields: codes, ages, watched texts, lists. */
export const codeFieldWords = {
  candidates: (count: number) => `候補 ${count}`,
  none: '候補がありません。数字・かな・言葉の一部で選んでください。',
  list: (label: string) => `${label}の候補`,
  takes: 'Enter',
  sameAsBefore: '前回と同じ',
  chosen: '選択済み',
  more: (first: string, rest: number) => `${first} ほか${rest}`,
  previous: (label: string) => `前回は${label}。F4で同じにします。`,
  nothing: '選んでいません',
} as const

export const ageFieldWords = {
  exact: (age: number) => `${age}歳`,
  years: (low: number, high: number) => `${low}～${high}歳`,
  decade: (low: number) => (low >= 80 ? '80代以上' : low < 10 ? '10歳未満' : `${low}代`),
  openDecade: (low: number) => `${low}代以上`,
  inBrackets: (text: string) => `（${text}）`,
  unknown: '不明',
  notAnAge: '年齢として読み取れません。０～120の数字か「30代」「不明」を入力してください。',
} as const

/** Free text is watched for what must not be written about a person (domain §4). */
export const watchedTextWords = {
  kinds: {
    phone: '電話番号',
    mail: 'メールアドレス',
    postalCode: '郵便番号',
    address: '住所',
    name: '氏名',
  },
  warning: (what: string, text: string) =>
    `${what}のようです：「${text}」。個人が分かる内容は書かないでください。`,
  more: (count: number) => `ほかに${count}か所あります。`,
  hint: '個人名は不可',
  tooLong: (longest: number, now: number) => `${longest}字まで入力できます（今${now}字）。`,
} as const

export const tableWords = {
  sortedUp: '小さい順',
  sortedDown: '大きい順',
  rows: (count: string) => `全${count}件`,
  loadingRow: '読み込んでいます',
} as const
