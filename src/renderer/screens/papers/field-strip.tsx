import { CircleCheck, OctagonX } from 'lucide-react'
import type { PaperField } from '../../../shared/contract/schemas/papers.ts'
import { cellStateWords } from '../../../shared/words/cell.ts'
import { papersWords } from '../../../shared/words/papers-screen.ts'
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

/** The source names the statistic too; here its label stands before it already. */
const withoutLabel = ({ label, source }: PaperField): string =>
  source.startsWith(label) ? source.slice(label.length).trimStart() : source
