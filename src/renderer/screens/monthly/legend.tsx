import { TriangleAlert } from 'lucide-react'
import { monthlyWords } from '../../../shared/words/monthly.ts'
import { Icon } from '../../ui/icon.tsx'

const words = monthlyWords.legend

const keys = [
  ['0-9', words.value],
  ['-', words.notApplicable],
  ['m', words.notHeld],
  ['?', words.unknown],
  ['Delete', words.clear],
  ['F2', words.edit],
  ['Enter', words.next],
  ['Esc', words.stop],
] as const

/** The keys and signs of the grid, always under it. */
export function Legend() {
  return (
    <div className="legend">
      <div>
        {keys.map(([key, meaning]) => (
          <span key={key}>
            <kbd>{key}</kbd>
            {meaning}
          </span>
        ))}
      </div>
      <div>
        <span>
          <i className="g">{words.ghostSample}</i>
          {words.ghost}
        </span>
        <span>
          <i className="d" />
          {words.blank}
        </span>
        <span>
          <Icon of={TriangleAlert} size={14} />
          {words.warning}
        </span>
        <span>
          <i className="m" />
          {words.comment}
        </span>
        <span>
          <i>r</i>
          {words.revised}
        </span>
        <span>
          <i className="f" />
          {words.future}
        </span>
      </div>
    </div>
  )
}
