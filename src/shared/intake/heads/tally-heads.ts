/** Heads of a monthly report of counts (月次報告): data. Months are read as months, labels by the catalogue. */
export const tallyHeads: Readonly<Record<string, readonly string[]>> = {
  item: ['項目', '区分', '内容', '事項', '項目名', '指標', '内訳', '種別', '実績項目'],
  unit: ['単位'],
  month: ['月', '年月', '対象月', '報告月'],
  value: ['件数', '人数', '実績', '値', '数', '実績値', '当月', '当月実績', '今月', '数値', '回数'],
  total: ['計', '合計', '年計', '累計', '年度計', '総計', '年間計', '四半期計', '期計', '小計', '年度合計'],
  yearPersons: ['年間実人数', '年間実数', '実人数計', '年間の実人数', '年度実人数', '実人数(年間)'],
  remark: ['備考', '摘要', '特記事項', '注'],
}

/** Other spellings of statistics in such reports. */
export const statisticSpellings: Readonly<Record<string, readonly string[]>> = {
  'consultation.events': [
    '相談延べ件数',
    '相談件数',
    '延べ相談件数',
    '相談延件数',
    '延べ件数',
    '延件数',
    '相談件数(延べ)',
    '相談支援件数',
  ],
  'consultation.visits': ['うち訪問', '訪問件数', 'うちアウトリーチ', 'うち訪問件数', 'アウトリーチ件数'],
  'consultation.accompanied': ['うち同行', '同行支援件数', '同行件数', 'うち同行件数'],
  'consultation.persons': ['相談実人数', '実人数', '相談者実人数', '実人員', '相談実人員', '相談者数(実)'],
  'consultation.new': [
    'うち新規',
    '新規',
    '新規相談者',
    '新規件数',
    '新規人数',
    '新規相談',
    '新規相談件数',
    'うち新規相談者数',
  ],
  'consultation.continuing': ['うち継続', '継続', '継続人数', '継続相談者'],
  'consultation.households': ['実世帯数', '相談世帯数'],
  'coordination.events': ['連絡調整', '連絡調整件数', '関係機関連絡調整', '関係機関との連絡調整件数'],
  'referral.events': [
    'つなぎ',
    'つなぎ件数',
    'つなぎ延べ件数',
    '紹介件数',
    '他機関へのつなぎ',
    '他機関紹介件数',
  ],
  'case.registered': ['登録者数', '支援対象者数', '登録者'],
  'case.opened': ['支援開始件数', '新規開始', '支援開始数'],
  'case.closed': ['支援終結件数', '終結件数', '終結', '支援終了件数'],
  'place.sessions': ['居場所開催回数', '居場所実施回数', '居場所回数', '居場所の開催回数'],
  'place.attendance': [
    '居場所参加延べ人数',
    '居場所延べ人数',
    '居場所参加者数',
    '居場所利用延べ人数',
    '居場所参加人数',
    '居場所参加者延べ人数',
  ],
  'place.persons': ['居場所参加実人数', '居場所実人数', '居場所利用実人数'],
  'network.meetings': ['連絡会議', '会議回数', '連絡会議回数', '連絡会議開催回数'],
  'family.sessions': ['家族会回数', '家族会開催回数', '家族会', '家族セミナー開催回数'],
  'family.attendance': ['家族会参加延べ人数', '家族会参加者数', '家族会参加人数'],
  'outreach.events': ['イベント開催回数', 'イベント回数'],
  'outreach.lectures': ['講演会開催回数', '講演会回数'],
}

/** Lines that are made of other lines: recomputed, compared, never stored (domain §2). */
export const derivedLine =
  /前月比|前年比|前年度比|前年同月比|前年同月|前年度|増減|構成比|割合|比率|累計|平均|対前年|伸び率|達成率|つなぎ率|前年実績|1人当たり|1回当たり/
