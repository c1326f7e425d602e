/** What a free text must not hold about a person concerned (domain §4, end). */
export type WatchedKind = 'phone' | 'mail' | 'postalCode' | 'address' | 'name'

/** A place in the text as it was given (UTF-16, end excluded). */
export interface WatchFinding {
  readonly kind: WatchedKind
  readonly start: number
  readonly end: number
  readonly text: string
}

/** What is looked through; a longer text is watched up to here. */
const watchedLength = 20_000

/**
 * Finds what looks like a telephone number, e-mail address, postal code, address or personal name, in any
 * width of letters, in the order of the text. A warning, never a refusal: roles and relations (お母さん,
 * 民生委員さん, 相談者様) are no names, but a rule cannot know all names. Never throws; linear in the text.
 */
export function watchText(text: string): readonly WatchFinding[] {
  const watched = toHalfWidth(text.slice(0, watchedLength))
  const found: WatchFinding[] = []
  for (const { kind, pattern, accept } of rules) {
    for (const match of watched.matchAll(pattern)) {
      const whole = match.groups?.what ?? match[0]
      const start = match.index + match[0].indexOf(whole)
      const end = start + whole.length
      if (accept && !accept(whole, watched.slice(Math.max(0, start - 4), start))) continue
      if (found.some((one) => one.start < end && start < one.end)) continue
      found.push({ kind, start, end, text: text.slice(start, end) })
    }
  }
  return found.toSorted((a, b) => a.start - b.start)
}

/** Letter by letter, so that positions stay: ０ａ＠－ → 0a@-. */
function toHalfWidth(text: string): string {
  return text.replace(/[！-～]|[‐‑‒–—―−ー](?=[\d０-９(（])|　/g, (letter) => {
    if (letter === '　') return ' '
    const code = letter.charCodeAt(0)
    return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : '-'
  })
}

interface Rule {
  readonly kind: WatchedKind
  /** The group `what`, or all of it, is what was found. */
  readonly pattern: RegExp
  readonly accept?: (found: string, before: string) => boolean
}

const kanji = '[一-龠々〆ヶ𠮷]'
const kana = '[ァ-ヴー]'
const town = `(?:${kanji}|[ぁ-ん]|${kana})`

/** Relations and persons without a name, as the whole word before an honorific: 奥さん, 皆様, 子さん. */
const relations = new Set(
  (
    '母 父 親 両親 父親 母親 里親 兄 姉 弟 妹 兄弟 姉妹 祖父 祖母 祖父母 祖父さん 伯父 伯母 叔父 叔母 夫 妻 前夫 前妻 子 子供 子ども 孫 ' +
    '娘 息子 嫁 婿 姪 甥 家族 親族 親戚 旦那 奥 主人 夫人 本人 当人 友人 知人 隣人 恋人 他人 住人 個人 法人 大家 皆 客 方 者 人 名 ' +
    '赤 坊 何 誰 各位 隣 隣家 近所 相手 相手方 先方 先生 学生 大学生 高校生 中学生 小学生 実習生 生徒 園児 児童 患者 王子 神 仏 王 殿 ' +
    '町内 市 区 町 村 都 県 課 室 係 局 部 班 会社 病院 役所 市役所 支所 警察 学校 世帯 世帯主 地主 家主 事務 店 社 医 同 両 一 二 三 四 五 六 七 八 九 十'
  ).split(' '),
)
/** Ends of roles and organisations, also of longer ones: 担当保健師さん, 自治会長さん, 支援センター様. */
const roleEnds =
  /(?:[者員士師]|[会室課係部局院園校所班社店組館団]長|[会寮家]主|医師|担当|職員|家族|先生|生活|機関|施設|病院|医院|会社|商店|役所|市区町村|事業|支援|窓口|委員会|協議会|組合|団体|法人|管理|福祉|保健|学校|学級|世帯|業者|友達|仲間|同士|皆|ワーカー|ナース|ヘルパー|マネジャー|マネージャー|マネ|コーディネーター|カウンセラー|スタッフ|ボランティア|メンバー|オーナー|リーダー|ドクター|サポーター|アドバイザー|センター|ステーション|ハローワーク|サービス|コーチ|トレーナー|パパ|ママ)$/
/** 氏 after these is another word: 彼氏, 氏名, 摂氏. */
const noSurname = /^(?:彼|摂|華|両|同|某|諸|各|源|無)$/
/** 様 in 様子, 様々, 様式, 同様, 仕様, 模様, 多様, 異様 is no honorific. */
const noSama = /^(?:同|仕|模|多|異|一|有|各|今|左|右|奥|王|神|仏|皆|何|両|御|客|上|殿)$/

const rules: readonly Rule[] = [
  {
    kind: 'mail',
    pattern: /[\w.+-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?:\.[A-Za-z0-9-]{1,63}){1,5}/g,
  },
  {
    kind: 'phone',
    // 090-1234-5678, 042(464)1311, 0120 123 456, 09012345678, +81 90 1234 5678
    pattern:
      /(?<![\d.,/-])(?<what>(?:\+81[-( ]?\d{1,4}|0\d{1,4})[-() ]{1,2}\d{1,4}[-() ]{1,2}\d{3,4}|\+81\d{9,10}|0[5789]0\d{8}|0\d{9})(?![\d,-])/g,
    accept: (found) => {
      const digits = found.replace(/\D/g, '').length
      return digits >= 10 && digits <= 13
    },
  },
  { kind: 'postalCode', pattern: /(?<what>〒 ?\d{3}-?\d{4})(?!\d)|(?<![\d-])\d{3}-\d{4}(?![\d-])/g },
  {
    kind: 'address',
    // ○丁目○番○号, ○番地の○, 保谷町1-2-3, ○○団地○号棟
    pattern: new RegExp(
      [
        `${town}{0,8}(?:\\d{1,3}|[一二三四五六七八九十]{1,3})丁目(?:[ の]?\\d{1,4}(?:番地?|[-の])?(?: ?\\d{1,4}号?)?)?`,
        `${town}{0,8}\\d{1,5}番地?(?:の)?\\d{0,4}号`,
        `${town}{0,8}\\d{1,5}番地(?:の\\d{1,4})?`,
        `(?:${kanji}|${kana}|[ぁ-ん]){1,12}(?:団地|住宅|ハイツ|コーポ|マンション|アパート|荘|メゾン)[ -]?(?:[A-Z]|\\d{1,4})?(?:号?棟|号室|-)[ ]?(?:\\d{1,5}(?:号室?)?)?`,
        `(?:${kanji}|${kana}){1,12}(?:団地|住宅|ハイツ|コーポ|マンション|アパート|荘|メゾン) ?\\d{1,5}(?:-\\d{1,5})?(?:号室?)?`,
        `${kanji}{1,6}(?:町|村|本町|台)\\d{1,2}-\\d{1,3}(?:-\\d{1,4})?(?!\\d)`,
      ].join('|'),
      'gu',
    ),
  },
  {
    kind: 'name',
    // 山田太郎さん, 田中氏, 鈴木様, サトウさん, 山田　太郎 君. さま/くん/ちゃん as well.
    pattern: new RegExp(
      `(?<![一-龠々ァ-ヴー])(?<what>(?:${kanji}{1,4} ?${kanji}{0,4}|${kana}{2,8}(?:[ ・]${kana}{2,8})?) ?(?:さん|さま|様|氏|君|くん|ちゃん|殿))(?!々|子|式|相|態|変|名|宅族)`,
      'gu',
    ),
    accept: (found, before) => isName(found, before),
  },
  {
    kind: 'name',
    // 氏名：山田太郎, 名前は田中
    pattern: new RegExp(
      `(?:氏名|名前|本名|姓名)(?:は|:| )+ ?(?<what>(?:${kanji}{1,4} ?${kanji}{1,4}|${kana}{2,8}(?:[ ・]${kana}{2,8})?))`,
      'gu',
    ),
    accept: (found) => !/(?:不明|不詳|匿名|非公開|未確認|未記入|空欄|確認|省略)$/.test(found),
  },
]

const honorific = / ?(?:さん|さま|様|氏|君|くん|ちゃん|殿)$/

function isName(found: string, before: string): boolean {
  const title = honorific.exec(found)?.[0].trim() ?? ''
  const word = found.replace(honorific, '').trim()
  // お母さん, ご家族様: what follows お or ご is a relation.
  if (/[おご]$/.test(before) && word.length <= 3) return false
  if (relations.has(word) || roleEnds.test(word)) return false
  if (title === '氏' && noSurname.test(word)) return false
  if ((title === '様' || title === '君' || title === '殿') && noSama.test(word)) return false
  return true
}
