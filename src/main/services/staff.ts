import { AppFailure } from '../../shared/contract/errors.ts'
import { mutate } from '../ledger/mutate.ts'
import { insertStaff } from '../ledger/repositories/staff.ts'
import type { WriterHandlers } from './contexts.ts'

/** `staff.add`: a new name in the list of those who record. A name that is there is `invalidValue`. */
export const staffWriter = {
  'staff.add': ({ actionId, name }, { ledger, staff, now }) => {
    const at = now().toISOString()
    // The first one to work on a ledger enters their own name: nobody else could be named.
    const who = staff?.name ?? name
    const action = { actionId, staff: who, kind: 'staff.add', reason: '', at, request: { name } }
    const added = mutate(ledger, action, (write) => insertStaff(write, name))
    if (!added.ok) throw new AppFailure(added.error)
    return { id: added.value.id, name: name.normalize('NFC').trim(), active: true }
  },
} satisfies Pick<WriterHandlers, 'staff.add'>
