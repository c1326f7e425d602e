import type { DryRun, RowFilter } from '../../../shared/contract/schemas/intake.ts'
import { intakeScreenWords } from '../../../shared/words/intake-screen.ts'
import { grouped } from '../../ui/format.ts'
import { rowOutcomes } from './outcomes.ts'

const words = intakeScreenWords.trial

/** 読んだ行 ＝ 新規 ＋ 変更 ＋ …: it closes. Each is a filter of the rows below. */
export function Tiles(props: {
  readonly dry: DryRun
  /** Null: no rows are shown. */
  readonly filter: RowFilter | null
  readonly onFilter: (filter: RowFilter) => void
}) {
  const { dry, filter, onFilter } = props
  const { accounting } = dry
  const tile = (of: RowFilter, label: string, hint: string, count: number, look = '') => (
    <button
      type="button"
      className={`tile ${look}`}
      aria-pressed={filter === of}
      disabled={count === 0}
      onClick={() => onFilter(of)}
    >
      <span className="lab">{label}</span>
      <b>{grouped(count)}</b>
      <span className="sub">{hint}</span>
    </button>
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a line
    <div className="tiles" role="group" aria-label={words.tiles}>
      {tile('all', words.read, words.all, accounting.read)}
      {rowOutcomes.map((outcome, index) => (
        <div key={outcome} className="term">
          <span aria-hidden="true">{index === 0 ? words.equals : words.plus}</span>
          {tile(
            outcome,
            words.outcomes[outcome],
            words.outcomeHints[outcome],
            accounting[outcome],
            outcome === 'refused' || outcome === 'late' ? outcome : '',
          )}
        </div>
      ))}
      <div className="beside">
        {dry.warned > 0 && tile('warned', words.warned, '', dry.warned, 'warned')}
        {accounting.gone > 0 &&
          tile('gone', words.outcomes.gone, words.outcomeHints.gone, accounting.gone, 'late')}
      </div>
    </div>
  )
}
