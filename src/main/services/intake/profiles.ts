import { readProfiles, readReceipts, removeProfile, saveProfile } from '../../ledger/repositories/intake.ts'
import { act } from '../act.ts'
import type { ReaderHandlers, WriterHandlers } from '../contexts.ts'

/** How the books of a party are read, remembered by name; and the list of what came in. */
export const intakeReader = {
  'intake.profiles': (_input, { ledger }) => ({ profiles: [...readProfiles(ledger)] }),
  'intake.receipts': (input, { ledger }) => {
    const { receipts, total } = readReceipts(ledger, input)
    return { receipts: [...receipts], total }
  },
} satisfies Pick<ReaderHandlers, 'intake.profiles' | 'intake.receipts'>

export const profilesWriter = {
  'intake.saveProfile': (input, context) =>
    act(context, 'intake.saveProfile', input, (write) => {
      const { id, name, kind, party, profile } = input
      const saved = saveProfile(write, { id, name: name.trim(), kind, party, profile }, input.revision)
      return { id: saved.id, revision: saved.revision }
    }),
  'intake.removeProfile': (input, context) => {
    act(context, 'intake.removeProfile', input, (write) => {
      removeProfile(write, input.id, input.revision)
      return null
    })
    return {}
  },
} satisfies Pick<WriterHandlers, 'intake.saveProfile' | 'intake.removeProfile'>
