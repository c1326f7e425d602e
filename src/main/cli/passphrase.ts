import { existsSync } from 'node:fs'
import path from 'node:path'
import { AppFailure } from '../../shared/contract/errors.ts'
import { commandLineWords } from '../../shared/words/command-line.ts'
import { appErrorOf } from '../ledger/failures.ts'
import { demonstrationPassphrase } from '../ledger/keys/passphrase.ts'
import { CannotOpen, type Invocation, type Terminal, WrongUse } from './command.ts'
import { required } from './required.ts'

/** The folder of `--ledger`; the ending `.daicho` may be left out, as when it was made. */
export function ledgerPath(invocation: Invocation): string {
  const folder = path.resolve(required(invocation, 'ledger'))
  const complete = `${folder}.daicho`
  return !existsSync(folder) && existsSync(complete) ? complete : folder
}

/**
 * The passphrase of `FUKUSHI_PASSPHRASE`; without one the published passphrase of demonstration ledgers is
 * tried, and then the user is asked.
 */
export async function openAsking<T>(
  terminal: Terminal,
  open: (secret: { readonly passphrase: string }) => Promise<T>,
): Promise<T> {
  try {
    return await openTrying(terminal, open)
  } catch (error) {
    const typed = appErrorOf(error)
    throw typed === null ? error : new CannotOpen(typed, { cause: error })
  }
}

async function openTrying<T>(
  terminal: Terminal,
  open: (secret: { readonly passphrase: string }) => Promise<T>,
): Promise<T> {
  const given = terminal.variables.FUKUSHI_PASSPHRASE
  if (given !== undefined && given !== '') return open({ passphrase: given })
  try {
    return await open({ passphrase: demonstrationPassphrase })
  } catch (error) {
    if (!(error instanceof AppFailure && error.appError.code === 'wrongPassword')) throw error
    const asked = await terminal.askSecret(commandLineWords.passphrasePrompt)
    if (asked === null) {
      terminal.message(commandLineWords.noPassphrase)
      throw error
    }
    return await open({ passphrase: asked })
  }
}

/** A passphrase for a new ledger: from the variable, or typed twice. */
export async function newPassphrase(terminal: Terminal): Promise<string> {
  const given = terminal.variables.FUKUSHI_PASSPHRASE
  if (given !== undefined && given !== '') return given
  const first = await terminal.askSecret(commandLineWords.newPassphrasePrompt)
  if (first === null) throw new WrongUse(commandLineWords.noPassphrase)
  const second = await terminal.askSecret(commandLineWords.newPassphraseAgain)
  if (first !== second) throw new WrongUse(commandLineWords.passphrasesDiffer)
  return first
}
