import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AppError } from '../../shared/contract/errors.ts'
import { common, staffWords } from '../../shared/words/screens.ts'
import { useClient } from '../api/client-context.tsx'
import { useRequest } from '../api/queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Loading } from '../ui/patterns.tsx'
import { TextField } from '../ui/text-field.tsx'

/** Who is working: from the ledger's list, or added to it. */
export function StaffDialog({ onClose }: { readonly onClose: () => void }) {
  const client = useClient()
  const queries = useQueryClient()
  const list = useRequest('staff.list', {})
  const [name, setName] = useState('')
  const [error, setError] = useState<AppError | null>(null)

  const choose = async (id: string) => {
    const answer = await client.call('staff.choose', { id })
    if (!answer.ok) return setError(answer.error)
    await queries.invalidateQueries({ queryKey: ['ledger.status'] })
    await queries.invalidateQueries({ queryKey: ['staff.list'] })
    onClose()
  }
  const add = async () => {
    if (name.trim() === '') return
    const answer = await client.call('staff.add', { actionId: crypto.randomUUID(), name: name.trim() })
    if (!answer.ok) return setError(answer.error)
    await choose(answer.value.id)
  }
  const active = list.data?.staff.filter((person) => person.active) ?? []
  return (
    <Dialog
      title={staffWords.title}
      isOpen
      onClose={onClose}
      width="narrow"
      footer={
        <Button size="form" onPress={onClose}>
          {common.close}
        </Button>
      }
    >
      <p className="sub">{staffWords.lead}</p>
      {list.isPending && <Loading>{common.loading}</Loading>}
      {list.isError && <ErrorNotice error={list.error} />}
      {list.data && active.length === 0 && <p>{staffWords.empty}</p>}
      {active.length > 0 && (
        <ul className="people" aria-label={staffWords.list}>
          {active.map((person) => (
            <li key={person.id}>
              <Button
                size="form"
                wide
                look={person.id === list.data?.chosen ? 'solid' : 'outline'}
                onPress={() => void choose(person.id)}
              >
                {person.name}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="add-person">
        <TextField
          label={staffWords.add}
          value={name}
          onChange={setName}
          onEnter={() => void add()}
          maxLength={60}
        />
        <Button size="form" isDisabled={name.trim() === ''} onPress={() => void add()}>
          {staffWords.addAndChoose}
        </Button>
      </div>
      {error && <ErrorNotice error={error} />}
    </Dialog>
  )
}
