import { CircleCheck, OctagonX } from 'lucide-react'
import { useState } from 'react'
import type { PaperField } from '../../../shared/contract/schemas/papers.ts'
import { cellStateWords } from '../../../shared/words/cell.ts'
import { sourceWords } from '../../../shared/words/explore.ts'
import { papersWords } from '../../../shared/words/papers-screen.ts'
import { common } from '../../../shared/words/screens.ts'
import { NumberSource } from '../../sources/number-source.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { State } from '../../ui/tag.tsx'
import { isMissing } from './blocks.ts'

const words = papersWords.field

/** What the field under the cursor counts: fixed below the text, so that no pop-up hides the sentence. */
export function FieldStrip({ field }: { readonly field: PaperField | null }) {
  return (
    <div className="fld" aria-live="polite">
      <b>{words.heading}</b>
      {field === null ? (
        <span className="sub ell">{words.none}</span>
      ) : (
        <>
          <span className="grow ell" title={`${field.label}　${field.source}`}>
            <b>
              {field.label}　{field.display}
            </b>
            <span className="after">{withoutLabel(field)}</span>
          </span>
          {field.origin && <Origin origin={field.origin} />}
          {isMissing(field) ? (
            <State icon={OctagonX} tone="stop">
              {words.missing(cellStateWords[field.cell.state])}
            </State>
          ) : (
            <State icon={CircleCheck}>{words.matches}</State>
          )}
        </>
      )}
    </div>
  )
}

/** From the number under the cursor to the records that it counts. */
function Origin({ origin }: { readonly origin: NonNullable<PaperField['origin']> }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="text" onPress={() => setOpen(true)}>
        {sourceWords.title}
      </Button>
      <Dialog
        title={sourceWords.title}
        isOpen={open}
        width="narrow"
        onClose={() => setOpen(false)}
        footer={
          <Button size="form" onPress={() => setOpen(false)}>
            {common.close}
          </Button>
        }
      >
        <NumberSource asked={origin} />
      </Dialog>
    </>
  )
}

/** The source names the statistic too; here its label stands before it already. */
const withoutLabel = ({ label, source }: PaperField): string =>
  source.startsWith(label) ? source.slice(label.length).trimStart() : source
