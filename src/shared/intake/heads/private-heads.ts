import { fold } from '../fold.ts'

/**
 * Heads of columns that hold who a person is. Such a column is dropped before anything of it is read (domain §4,
 * end; trust §5). 地区 and 圏域 are no addresses.
 */
const anywhere =
  /氏名|姓名|名前|本名|フリガナ|ふりがな|カナ名|住所|居住地(?!区)|現住地|番地|郵便番号|電話番号|携帯電話|携帯番号|連絡先|メールアドレス|メルアド|生年月日|誕生日|マイナンバー|個人番号|口座|保険証|被保険者番号|受給者番号|世帯主|保護者名|本籍|国籍/
const whole: ReadonlySet<string> = new Set(
  [
    '姓',
    '名',
    '氏',
    '名字',
    'カナ',
    'かな',
    '電話',
    'TEL',
    '℡',
    '携帯',
    '〒',
    'メール',
    'E-mail',
    'アドレス',
    '生年',
    '居所',
    '宛名',
    '利用者名',
    '対象者名',
    '相談者名',
    '本人名',
    '家族名',
    '続柄氏名',
    '顔写真',
  ].map(fold),
)
const area = /地区|圏域|学区/

/** Whether a head (as it stands, brackets and all) announces what must not be read. */
export function isPrivateHead(head: string): boolean {
  const folded = fold(head).replace(/^(?:対象者|相談者|来談者|本人|家族|利用者|参加者)\//, '')
  const bare = folded.replace(/\([^()]*\)/g, '')
  if (whole.has(folded) || whole.has(bare)) return true
  return anywhere.test(folded.replaceAll('/', '')) && !area.test(folded)
}
