import { readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { v7 } from 'uuid'
import { z } from 'zod'
import { AppFailure, appError } from '../../shared/contract/errors.ts'
import { countMatches } from '../../shared/intake/match.ts'
import { type BookProfile, bookProfileSchema } from '../../shared/intake/profile.ts'
import { fiscalYearOf } from '../../shared/time/fiscal-year.ts'
import { dayInJapan } from '../../shared/time/japan.ts'
import { commandLineWords } from '../../shared/words/command-line.ts'
import { intakeWords } from '../../shared/words/intake-match.ts'
import { createBackup } from '../ledger/backup/backup.ts'
import { defaultBackupPlace } from '../ledger/backup/places.ts'
import { systemEnvironment } from '../ledger/environment.ts'
import type { Ledger, LedgerReader } from '../ledger/ledger.ts'
import { closeLedger } from '../ledger/open/close.ts'
import { openLedger } from '../ledger/open/open.ts'
import { readProfiles } from '../ledger/repositories/intake.ts'
import { readParties } from '../ledger/repositories/parties.ts'
import { chooseReturned } from '../services/collection/read-back.ts'
import { readIntakeFacts } from '../services/intake/facts.ts'
import { operationsOf } from '../services/intake/operations.ts'
import { chooseProfile } from '../services/intake/propose.ts'
import { answerOf, type ImportAnswer, readAndCompare } from '../services/intake/run-import.ts'
import { openFile } from '../services/intake/understand.ts'
import { writeBook } from '../services/intake/write.ts'
import {
  type Command,
  type ExitCode,
  exitCodes,
  type Invocation,
  ledgerOptions,
  WrongUse,
} from './command.ts'
import { withReader } from './opening.ts'
import { optional, unwrap, yearOf } from './options.ts'
import { ledgerPath, openAsking } from './passphrase.ts'

const answersSchema = z.strictObject({
  ...bookProfileSchema.shape.answers.shape,
  /** Spellings that are taught: list → text → code. */
  values: bookProfileSchema.shape.values.optional(),
})

/**
 * `import auto|PROFILE BOOK --ledger PATH [--party CODE] [--fy N] [--answers FILE] [--withdraw] [--dry-run]
 * [--json]`: takes a book in with the same accounting as the screen; 1 when rows were refused.
 */
export const importCommand: Command = {
  parameters: ['PROFILE', 'BOOK'],
  options: {
    ...ledgerOptions,
    party: { type: 'string' },
    fy: { type: 'string' },
    answers: { type: 'string' },
    as: { type: 'string' },
    withdraw: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  run: async (invocation) => {
    if (invocation.options['dry-run'] === true) {
      return await withReader(invocation, async (ledger) =>
        tell(invocation, (await compared(invocation, ledger)).answer),
      )
    }
    const environment = systemEnvironment({ now: () => invocation.terminal.now() })
    const staff = optional(invocation, 'as') ?? userInfo().username
    const path = ledgerPath(invocation)
    const ledger = await openAsking(invocation.terminal, async (secret) =>
      unwrap(await openLedger({ path, ...secret, mode: 'write', owner: staff, environment })),
    )
    try {
      return tell(invocation, await taken(invocation, ledger, staff))
    } finally {
      closeLedger(ledger)
    }
  },
}

async function compared(invocation: Invocation, ledger: LedgerReader) {
  const { positionals, terminal } = invocation
  const [name = '', file = ''] = positionals
  const book = await openFile(file)
  const asked = optional(invocation, 'fy')
  const fiscalYear = asked === null ? fiscalYearOf(dayInJapan(terminal.now())) : yearOf(asked)
  const chosen = profileFor(invocation, ledger, { name, book, fiscalYear })
  const profile = asked === null ? chosen : { ...chosen, fiscalYear }
  const reading = readAndCompare(ledger, book, profile, fiscalYear)
  const answer = answerOf(ledger, reading, countMatches(reading.comparison))
  // Nobody named a year that the book could be beside.
  const findings = answer.findings.filter(({ code }) => asked !== null || code !== 'otherYear')
  return { book, reading, answer: { ...answer, findings } }
}

async function taken(invocation: Invocation, ledger: Ledger, staff: string): Promise<ImportAnswer> {
  const { book, reading, answer } = await compared(invocation, ledger)
  const withdrawGone = invocation.options.withdraw === true
  const { read, comparison, sequence } = reading
  const operations = operationsOf(book, read, comparison, { withdrawGone, sequence })
  // A copy of the ledger as it is before every import (trust, Nothing gets lost §3).
  unwrap(createBackup(ledger, { place: defaultBackupPlace(ledger.path), reason: 'import' }))
  const written = writeBook(ledger, operations, {
    actionId: v7(),
    staff,
    at: invocation.terminal.now().toISOString(),
    newId: () => v7(),
    onProgress: () => {},
  })
  if (written.kind === 'stale') throw new AppFailure(appError('busy'))
  return answer
}

function profileFor(
  invocation: Invocation,
  ledger: LedgerReader,
  {
    name,
    book,
    fiscalYear,
  }: { name: string; book: Awaited<ReturnType<typeof openFile>>; fiscalYear: number },
): BookProfile {
  const stored = readProfiles(ledger)
  const { profile } =
    name === 'auto'
      ? (chooseReturned(ledger, book) ?? chooseProfile(book, readIntakeFacts(ledger, fiscalYear), stored))
      : (stored.find((one) => one.name === name || one.id === name) ?? { profile: null })
  if (profile === null) {
    throw new WrongUse(
      name === 'auto' ? commandLineWords.unknownBook(book.name) : commandLineWords.noProfile(name),
    )
  }
  const party = optional(invocation, 'party')
  if (party !== null && !readParties(ledger).some(({ code }) => code === party)) {
    throw new AppFailure(appError('unknownParty', { party }, 'party'))
  }
  const { values, ...answers } = answersOf(optional(invocation, 'answers'))
  return {
    ...profile,
    party: party ?? profile.party,
    values: { ...profile.values, ...values },
    answers: { ...profile.answers, ...answers },
  } as BookProfile
}

function answersOf(file: string | null): z.infer<typeof answersSchema> {
  if (file === null) return {}
  try {
    return answersSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError) {
      throw new WrongUse(commandLineWords.badOption('answers', file))
    }
    throw error
  }
}

function tell({ terminal, options }: Invocation, answer: ImportAnswer): ExitCode {
  if (options.json === true) terminal.out(JSON.stringify(answer))
  else {
    terminal.out(commandLineWords.accounting(answer))
    for (const { place, outcome, message } of answer.rows) {
      if (message === '' || outcome === 'ignored') continue
      const where = place === null ? '' : commandLineWords.placeInBook(place.sheet, place.row)
      terminal.out(
        [intakeWords.outcomes[outcome as keyof typeof intakeWords.outcomes], where, message].join('　'),
      )
    }
    for (const { message } of answer.findings) terminal.message(message)
  }
  if (options['dry-run'] === true) terminal.message(intakeWords.tried(answer.read))
  return answer.refused > 0 ? exitCodes.findings : exitCodes.done
}
