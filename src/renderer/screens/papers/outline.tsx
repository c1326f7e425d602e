import { TriangleAlert } from 'lucide-react'
import type { PaperView } from '../../../shared/contract/schemas/papers.ts'
import { papersWords } from '../../../shared/words/papers-screen.ts'
import { Icon } from '../../ui/icon.tsx'

/** Headings with the number of findings under each; pressing one goes there. */
export function Outline(props: {
  readonly outline: PaperView['outline']
  readonly current: string
  readonly onGo: (blockId: string) => void
  readonly onSettings: () => void
}) {
  const words = papersWords.outline
  return (
    <nav className="outl" aria-label={words.label}>
      <ol>
        <li>
          <button type="button" className="lv1" onClick={props.onSettings}>
            <span className="tt ell">{words.top}</span>
          </button>
        </li>
        {props.outline.map((entry) => (
          <li key={entry.blockId}>
            <button
              type="button"
              className={`lv${entry.level}`}
              aria-current={entry.blockId === props.current ? 'true' : undefined}
              onClick={() => props.onGo(entry.blockId)}
            >
              <span className="no">{entry.mark.trim()}</span>
              <span className="tt ell" title={entry.text}>
                {entry.text}
              </span>
              {entry.findings > 0 && (
                <span className="wrn cnt">
                  <Icon of={TriangleAlert} size={14} />
                  <span aria-hidden="true">{entry.findings}</span>
                  <span className="vh">{words.findings(entry.findings)}</span>
                </span>
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
