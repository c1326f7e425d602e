import type { CellState } from './cell.ts'
import type { NumberContext, NumberReading } from './reading.ts'
import { refusedReading, stateReading, valueReading } from './reading-build.ts'

const stateWords: readonly (readonly [RegExp, Exclude<CellState, 'value'>])[] = [
  [/^(開催|実施)?(中止|取りやめ|取り止め)$/, 'cancelled'],
  [/^(開催|実施)?延期$/, 'postponed'],
  [/^(未実施|未開催|実施なし|実施せず|開催なし)$/, 'notDone'],
  [/^(不明|不詳|未調査|調査なし|未把握|把握していない|集計中)$/, 'unknown'],
  [/^(該当(項目)?(なし|無し)|対象外|非該当)$/, 'notApplicable'],
  [/^(未入力|未報告|未提出|未記入|空欄|報告なし)$/, 'blank'],
  [/^(秘匿|非公表|非表示)$/, 'suppressed'],
]

/** Signs and words that are no digits: states, 〃, a lone dash. Null: read on. */
export function readSpecial(text: string, context: NumberContext): NumberReading | null {
  const screen = context.door === 'screen'
  if (/^(〃|″|"|”|〟|々|同上|同)$/.test(text)) return readDitto(context)
  if (/^(\.{2,}|…+|‥+|・{2,}|⋯+)$/.test(text)) return stateReading('unknown', ['unknownSign'])
  if (/^\?+$/.test(text)) return stateReading('unknown', ['unknownSign'])
  if (/^[xX]$/.test(text)) return stateReading('suppressed', ['suppressedSign'])
  if (/^[・･]$/.test(text)) return stateReading('notApplicable', ['notApplicableSign'])
  if (/^[-−‐‑‒–—―ー─━➖]{1,3}$/.test(text)) {
    return screen ? stateReading('notApplicable', ['notApplicableSign']) : readDash(text, context)
  }
  if (/^(なし|無し|無|ナシ)$/.test(text)) return readDash(text, context)
  if (text === '一') return { outcome: 'ask', question: { code: 'lookalike', written: text, asNumber: 1 } }
  if (/^[〇○◯]$/.test(text)) {
    return { outcome: 'ask', question: { code: 'lookalike', written: text, asNumber: 0 } }
  }
  if (/^(ゼロ|零|皆無)(件|人|名|回)?$/.test(text)) {
    return valueReading({ kind: 'integer', integer: 0 }, context.unit ?? null, ['zeroWord'])
  }
  if (/^[△▲⊿∆Δ▼+±*※]+$/.test(text)) return refusedReading('signWithoutNumber')
  const word = /^(.+?)(?:\((.*)\))?$/.exec(text)
  const known = stateWords.find(([pattern]) => pattern.test(word?.[1]?.replaceAll(' ', '') ?? ''))
  if (known === undefined) return readReason(text)
  const remark = word?.[2]
  return stateReading(known[1], ['stateWord'], remark === undefined ? [] : [{ code: 'remark', text: remark }])
}

/** 「台風のため中止」, 「雨天中止」: the reason is kept as a remark. */
function readReason(text: string): NumberReading | null {
  const found = /^([^\d()]{1,30}?)(?:のため|により|につき|による)?、?(中止|延期)$/.exec(
    text.replaceAll(' ', ''),
  )
  if (found === null) return null
  const remark = { code: 'remark' as const, text: found[1] ?? '' }
  return stateReading(found[2] === '中止' ? 'cancelled' : 'postponed', ['stateWord'], [remark])
}

function readDitto(context: NumberContext): NumberReading {
  if (context.door === 'screen') return refusedReading('dittoOnScreen')
  const above = context.above
  if (above === undefined || above.outcome === 'refused' || above.outcome === 'ask') {
    return refusedReading('dittoWithoutAbove')
  }
  return { ...above, why: ['ditto', ...above.why.filter((reason) => reason !== 'ditto')] }
}

/** A lone dash means 0, 該当項目なし or 未報告: asked once per profile. */
function readDash(written: string, context: NumberContext): NumberReading {
  if (context.dash === undefined) {
    return {
      outcome: 'ask',
      question: { code: 'dash', written, choices: ['zero', 'notApplicable', 'blank'] },
    }
  }
  return context.dash === 'zero'
    ? valueReading({ kind: 'integer', integer: 0 }, context.unit ?? null, ['answered'])
    : stateReading(context.dash, ['answered'])
}
