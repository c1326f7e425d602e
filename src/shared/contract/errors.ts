/** Whatever keeps a ledger from being opened; the command line answers 3. */
export const openingErrorCodes = [
  'ledgerNotFound',
  'notALedger',
  'ledgerFileEmpty',
  'ledgerFileMissing',
  'keysMissing',
  'keysDamaged',
  'wrongPassword',
  'tooManyPasswordAttempts',
  'ledgerNewer',
  'ledgerOlder',
  'ledgerDamaged',
  'historyTailLost',
  'historyBroken',
  'anchorMissing',
  'anchorDamaged',
  'ledgerInUse',
  'ledgerOnNetwork',
  'ledgerInSyncedFolder',
  'ledgerReadOnly',
  'ledgerNotReadable',
  'noLedgerOpen',
  'migrationFailed',
] as const

/**
 * Every way in which a request can fail, as a closed list. The Japanese text of a code (what happened,
 * what was kept, what to do) is in `shared/words/errors.ts`; a test keeps both lists equal.
 */
export const errorCodes = [
  ...openingErrorCodes,
  // making a ledger, and its copies
  'passwordTooShort',
  'ledgerExists',
  'backupFailed',
  'backupNotGood',
  // files
  'folderMissing',
  'notAFolder',
  'nameTooLong',
  'folderNotWritable',
  'diskFull',
  'fileHeldOpen',
  'fileExists',
  'fileMissing',
  'inputOutput',
  // books that come in
  'bookEmpty',
  'bookTruncated',
  'bookDamaged',
  'bookEncrypted',
  'bookOldExcel',
  'bookBinaryExcel',
  'bookOds',
  'bookPdf',
  'bookWord',
  'bookWebPage',
  'bookOtherKind',
  'bookTooLarge',
  'bookBomb',
  'bookEncodingUnknown',
  'bookQuoteOpen',
  'bookClosed',
  // requests
  'malformedRequest',
  'unknownRequest',
  'unauthorised',
  'portInUse',
  'tooLarge',
  'conflict',
  'notFound',
  'cancelled',
  'workerStopped',
  'busy',
  'actionReused',
  'staffNotChosen',
  // statistics
  'unknownStatistic',
  'unknownBreakdown',
  'tooManyBreakdowns',
  'unknownFilter',
  'unknownParty',
  'unknownYear',
  'noDataForYear',
  'invalidPeriod',
  'invalidAsOf',
  'notAdditive',
  // papers
  'unknownTemplate',
  'unknownFormat',
  'publicEditionNotReady',
  'unknownField',
  'missingGlyphs',
  // recording
  'invalidValue',
  'periodConfirmed',
  'periodSubmitted',
  'confirmRefused',
  'warningsNotSeen',
  'notConfirmed',
  'undoBlocked',
  'undoNotPossible',
  'reportedByTally',
  'reportedByRecords',
  'reportStateRefused',
  'reasonMissing',
  'findingStays',
  'outsideContract',
  'caseCodeTaken',
  'caseCircle',
  'caseNotOpen',
  'caseStillOpen',
  // settings
  'nameNotUsable',
  'nameTaken',
  'spellingTaken',
  'codeNeeded',
  'mergeCircle',
  'stillUsed',
  'namePeriods',
  'bandsBroken',
  'datesReversed',
  'formsOverlap',
  'modeHasValues',
  'yearBegun',
  'internal',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** A failure as data; it crosses workers, IPC and HTTP. */
export interface AppError {
  readonly code: ErrorCode
  /** Fills the Japanese text: names, paths, limits. Never free text or figures of persons. */
  readonly parameters: Readonly<Record<string, string | number>>
  /** The place in the request that is meant, where there is one. */
  readonly field: string | null
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: AppError }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

export function appError(
  code: ErrorCode,
  parameters: AppError['parameters'] = {},
  field: string | null = null,
): AppError {
  return { code, parameters, field }
}

export const failure = (
  code: ErrorCode,
  parameters: AppError['parameters'] = {},
  field: string | null = null,
): { readonly ok: false; readonly error: AppError } => ({
  ok: false,
  error: appError(code, parameters, field),
})

/** Carries an AppError through code that throws; doors and workers turn it back into a Result. */
export class AppFailure extends Error {
  readonly appError: AppError

  constructor(error: AppError, options?: ErrorOptions) {
    super(error.code, options)
    this.name = 'AppFailure'
    this.appError = error
  }
}
