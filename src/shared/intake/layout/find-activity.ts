import { findList, otherCode, unknownCode } from '../../codes/code-list.ts'
import type { IntakeFacts } from '../facts.ts'
import { fold } from '../fold.ts'

/** Other words of kinds of activities in titles. */
const spellings: readonly (readonly [string, string])[] = [
  ['居場所', 'place'],
  ['フリースペース', 'place'],
  ['家族セミナー', 'familySeminar'],
  ['家族会', 'familyMeeting'],
  ['当事者会', 'familyMeeting'],
  ['連絡会議', 'networkMeeting'],
  ['連携会議', 'networkMeeting'],
  ['ネットワーク会議', 'networkMeeting'],
  ['講演会', 'lecture'],
  ['イベント', 'event'],
  ['意見交換会', 'dialogue'],
  ['研修', 'training'],
]

/** The kind of activity that a title or a sheet's name tells: 「居場所　実施報告書」 → place. The longest word wins. */
export function activityKindIn(texts: readonly string[], facts: IntakeFacts): string | null {
  const all = fold(texts.join('　'))
  const items = findList(facts.codes, 'activityKind')?.items ?? []
  const words = [
    ...items.flatMap(({ code, label, aliases }) =>
      [label, ...aliases.map(({ text }) => text)].map((word) => [word, code] as const),
    ),
    ...spellings.filter(([, code]) => items.some((item) => item.code === code)),
  ].filter(([word, code]) => code !== otherCode && code !== unknownCode && fold(word).length >= 2)
  const found = words
    .filter(([word]) => all.includes(fold(word)))
    .toSorted((a, b) => b[0].length - a[0].length)[0]
  return found?.[1] ?? null
}
