/** Heads of the plan's table of indicators (指標管理表): data. Years are read as years beside 目標 and 実績. */
export const indicatorHeads: Readonly<Record<string, readonly string[]>> = {
  goal: ['基本目標', '目標番号', '基本目標番号', '大項目', '政策'],
  measure: ['取組', '施策', '取り組み', '基本施策', '取組名', '施策名', '中項目'],
  name: ['指標', '指標名', '評価指標', '成果指標', '活動指標', '指標の名称', '目標指標', '管理指標', 'KPI'],
  kind: ['区分', '種別', '指標区分', '指標の種別', '種類', '指標種別'],
  unit: ['単位'],
  direction: ['方向', '方向性', '目指す方向', '目標の方向', '増減', '指標の方向'],
  baselineYear: ['基準年度', '基準年', '基準値/年度', '現状年度'],
  baseline: ['基準値', '現状値', '策定時', '計画策定時', '当初値', '基準', '基準値/値', '計画策定時の値'],
  department: ['担当課', '所管課', '関係課'],
  remark: ['備考', '出典', '把握方法', '根拠'],
}

/** What stands beside a year: 「R6目標」, 「令和６年度/実績」. */
export const yearColumnWords: Readonly<Record<'target' | 'actual' | 'baseline', RegExp>> = {
  target: /目標/,
  actual: /実績|実数|結果/,
  baseline: /基準|現状|策定時/,
}
