import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { answerWords, figureWords } from '../../src/shared/words/answers.ts'
import { checkScreenWords } from '../../src/shared/words/check-screen.ts'
import { collectionScreenWords } from '../../src/shared/words/collection-screen.ts'
import { commandLineWords } from '../../src/shared/words/command-line.ts'
import { confirmWords } from '../../src/shared/words/confirming.ts'
import { consultationWords } from '../../src/shared/words/consultations.ts'
import { exploreWords, favouriteWords, sourceWords } from '../../src/shared/words/explore.ts'
import { clockWords } from '../../src/shared/words/history-screen.ts'
import { intakeScreenWords } from '../../src/shared/words/intake-screen.ts'
import { monthlyWords } from '../../src/shared/words/monthly.ts'
import { templateWords } from '../../src/shared/words/papers.ts'
import { papersWords } from '../../src/shared/words/papers-screen.ts'
import { settingsWords, yearWords } from '../../src/shared/words/settings.ts'
import { failureTitles, newForm, openForm, start } from '../../src/shared/words/start-screen.ts'

const manual = readFileSync(new URL('../../docs/manual.md', import.meta.url), 'utf8')

const { other: _other, ...titles } = failureTitles

test.each(Object.entries(titles))(
  '%s: the manual names this failure to open and its way out',
  (_code, title) => {
    expect(manual).toContain(`| 台帳「○○」${title} |`)
  },
)

test.each([
  start.makeNew,
  start.openOther,
  start.demo,
  openForm.readOnly,
  newForm.folder,
  consultationWords.title,
  consultationWords.panel.openList,
  consultationWords.panel.actions,
  consultationWords.panel.merge,
  consultationWords.panel.link,
  consultationWords.panel.markBefore,
  consultationWords.cases.addEarlier,
  consultationWords.drafts.goOn,
  consultationWords.panel.history,
  papersWords.title,
  papersWords.list.make,
  papersWords.editor.restore,
  papersWords.editor.missing,
  papersWords.exporting.open,
  checkScreenWords.title,
  checkScreenWords.again,
  checkScreenWords.clean,
  clockWords.title,
  intakeScreenWords.choose.button,
  collectionScreenWords.title,
  collectionScreenWords.make,
  collectionScreenWords.withdraw,
  collectionScreenWords.dialog.contents,
  intakeScreenWords.steps.reading,
  intakeScreenWords.reading.ask,
  intakeScreenWords.reading.words,
  intakeScreenWords.reading.save,
  intakeScreenWords.reading.trial,
  ...Object.values(intakeScreenWords.trial.outcomes),
  intakeScreenWords.trial.annotate,
  intakeScreenWords.trial.views.sums,
  intakeScreenWords.trial.views.months,
  intakeScreenWords.trial.apply,
  intakeScreenWords.apply.button,
  intakeScreenWords.apply.undoNow,
  intakeScreenWords.closed.reopen,
  exploreWords.title,
  exploreWords.copyTable,
  exploreWords.copyChart,
  exploreWords.keep,
  exploreWords.intoPaper,
  exploreWords.options,
  favouriteWords.heading,
  sourceWords.title,
  answerWords.title,
  answerWords.record,
  answerWords.may,
  answerWords.check,
  figureWords.heading,
  confirmWords.board.confirm,
  confirmWords.board.records,
  confirmWords.reopen.action,
  confirmWords.submissions.again,
  confirmWords.submissions.submitAgain,
  confirmWords.letter.title,
  confirmWords.outstanding.heading,
  confirmWords.late.heading,
  confirmWords.late.take,
  confirmWords.late.dismiss,
  settingsWords.title,
  settingsWords.showRetired,
  settingsWords.sections.year,
  settingsWords.sections.city,
  settingsWords.codes.merge,
  settingsWords.codes.unmerge,
  settingsWords.parties.switchMode,
  settingsWords.parties.succeed,
  settingsWords.names.add,
  yearWords.checks,
  yearWords.offers,
  yearWords.preview,
  monthlyWords.title,
  monthlyWords.yearNotes.entered,
  monthlyWords.actions.offer,
  monthlyWords.actions.adopt,
  monthlyWords.actions.items,
  monthlyWords.actions.paste,
  monthlyWords.actions.handIn('○月'),
  monthlyWords.actions.zero('○月'),
  monthlyWords.paste.title,
  monthlyWords.panel.mend,
  monthlyWords.panel.giveReason,
  ...Object.values(templateWords).map((words) => words.label),
])('the manual calls it 「%s」, as the screen does', (words) => {
  expect(manual).toContain(words)
})

test('the commands of the manual are those that the command line tells', () => {
  const told = [...commandLineWords.usage.matchAll(/^ {2}([a-z]+(?: records)?) /gm)].map((match) => match[1])
  const explained = [...manual.matchAll(/^\| `([a-z]+(?: records)?) /gm)].map((match) => match[1])
  expect(new Set(explained)).toEqual(new Set(told))
  expect(told).toContain('export records')
})
