import { noteBook } from '../../assemble/notes.ts'
import type { Results } from '../../assemble/query.ts'
import type { TextBlock } from '../../assemble/text-block.ts'
import type { PaperSettings } from '../../draft.ts'
import type { PaperFacts } from '../../template.ts'
import { figureBlocks } from './figures.ts'
import { measureBlocks } from './measures.ts'
import { nationalBlocks } from './national.ts'
import { planBlocks } from './plan-section.ts'
import { closingBlocks, currentProgrammeLead, formerProgrammeBlocks } from './programme-section.ts'
import { type CouncilWords, councilWords } from './words.ts'

/**
 * The outline of the city's paper (facts 1–5): １ plan, ２ the state, ３ the city. Before the programme was
 * renamed the paper tells the old one as running, and nothing of what came later.
 */
export function councilBlocks(
  facts: PaperFacts,
  settings: PaperSettings,
  results: Results,
): readonly TextBlock[] {
  const words = councilWords(facts, settings)
  const figures = settings.withFigures ? figureBlocks(settings, results, noteBook()) : []
  return [
    ...planBlocks(facts.plan, settings.frame.fiscalYear),
    ...nationalBlocks.filter(
      (block) => words.changed || block.kind === 'ready' || block.id !== 'national.support.law',
    ),
    { kind: 'heading', id: 'city', level: 1, text: '当市におけるひきこもり支援について' },
    ...formerProgrammeBlocks(words),
    ...(words.changed
      ? [
          ...currentProgrammeLead(words),
          ...measureBlocks(sourceSpelling(words, settings), settings.withFigures),
          ...figures,
          ...closingBlocks(words),
        ]
      : figures),
  ]
}

/** 原文どおり keeps how the city typed the one date that the tool writes itself (fact 77). */
const sourceSpelling = (words: CouncilWords, settings: PaperSettings): CouncilWords =>
  settings.wording === 'asWritten'
    ? { ...words, seminars: words.seminars.replace('令和７年１月から２月', '令和７年 1月から２月') }
    : words
