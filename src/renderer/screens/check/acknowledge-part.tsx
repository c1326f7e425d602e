import { useState } from 'react'
import type { Finding } from '../../../shared/contract/schemas/ledger.ts'
import { checkScreenWords } from '../../../shared/words/check-screen.ts'
import { useSession } from '../../api/session.tsx'
import { RowHistory } from '../../history/row-history.tsx'
import { Button } from '../../ui/button.tsx'
import { CheckBox } from '../../ui/choice.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useAcknowledge } from './use-acknowledge.ts'

const words = checkScreenWords.acknowledge

/** 確認済（理由あり） of the chosen finding: the field for the reason, or the reason with who gave it. */
export function AcknowledgePart(props: {
  readonly finding: Finding
  /** Open findings of the same rule in the list, this one among them. */
  readonly sameRule: readonly Finding[]
  readonly onDone: () => void
}) {
  const { finding } = props
  const { ledger } = useSession()
  if (finding.acknowledgement !== null) {
    return <Given key={finding.acknowledgement.id} canWrite={ledger.readOnly === null} {...props} />
  }
  if (!finding.canBeAcknowledged || ledger.readOnly !== null) return null
  return <Ask key={`${finding.rule} ${finding.placeKey} ${finding.fingerprint}`} {...props} />
}

function Ask({ finding, sameRule, onDone }: Parameters<typeof AcknowledgePart>[0]) {
  const [reason, setReason] = useState('')
  const [all, setAll] = useState(false)
  const { acknowledge, error, running } = useAcknowledge()
  const empty = reason.trim() === ''
  const send = async (): Promise<void> => {
    if (empty || running) return
    if (await acknowledge(all ? sameRule : [finding], reason)) onDone()
  }
  return (
    <section className="acknowledge">
      <h3>{words.heading}</h3>
      <TextField
        label={words.reason}
        value={reason}
        onChange={setReason}
        onEnter={() => void send()}
        placeholder={words.example}
        maxLength={500}
        isRequired
      />
      {sameRule.length > 1 && (
        <CheckBox isSelected={all} onChange={setAll}>
          {words.sameRule(sameRule.length)}
        </CheckBox>
      )}
      <Button wide isDisabled={empty || running} onPress={() => void send()}>
        {words.keep(all ? sameRule.length : 1)}
      </Button>
      <p className="sub">{words.hint}</p>
      {error && <ErrorNotice error={error} />}
    </section>
  )
}

function Given({
  finding,
  canWrite,
  onDone,
}: Parameters<typeof AcknowledgePart>[0] & { readonly canWrite: boolean }) {
  const { withdraw, error, running } = useAcknowledge()
  const { acknowledgement } = finding
  if (acknowledgement === null) return null
  return (
    <>
      <section className="acknowledge">
        <h3>{words.given}</h3>
        <p>{acknowledgement.reason}</p>
        {canWrite && (
          <Button
            wide
            isDisabled={running}
            onPress={() => void withdraw(finding).then((done) => done && onDone())}
          >
            {words.withdraw}
          </Button>
        )}
        {error && <ErrorNotice error={error} />}
      </section>
      <RowHistory
        table="finding_acknowledgement"
        id={acknowledgement.id}
        field="reason"
        withValue={false}
        canPutBack={false}
      />
    </>
  )
}
