import type { SheetPreview as Preview, SheetLayout } from '../../../shared/contract/schemas/intake.ts'
import { intakeScreenWords } from '../../../shared/words/intake-screen.ts'
import { common } from '../../../shared/words/screens.ts'
import { useRequest } from '../../api/queries.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Loading } from '../../ui/patterns.tsx'
import { columnLetters } from './place-words.ts'
import { spansOf } from './spans.ts'

const words = intakeScreenWords.reading

/** The first rows as they stand in the file: merged heads, hidden columns, what is left out. */
export function SheetPreview(props: { readonly session: string; readonly sheet: SheetLayout }) {
  const { sheet } = props
  const preview = useRequest('intake.preview', { session: props.session, sheet: sheet.name })
  if (preview.isPending) return <Loading>{common.loading}</Loading>
  if (preview.isError) return <ErrorNotice error={preview.error} />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard
    <section className="intake-preview" tabIndex={0} aria-label={words.previewOf(sheet.name)}>
      <Cells preview={preview.data} sheet={sheet} />
    </section>
  )
}

function Cells({ preview, sheet }: { readonly preview: Preview; readonly sheet: SheetLayout }) {
  const columns = Array.from({ length: preview.columns }, (_, index) => index + 1)
  const fates = new Map(sheet.columns.map(({ column, fate }) => [column, fate]))
  const spans = spansOf(preview)
  const look = (column: number): string =>
    [
      fates.get(column) === 'taken' ? '' : 'out',
      fates.get(column) === 'dropped' ? 'dropped' : '',
      preview.hiddenColumns.includes(column) ? 'faded' : '',
    ]
      .filter(Boolean)
      .join(' ')
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">
            <span className="vh">{words.row}</span>
          </th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {columnLetters(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {preview.rows.map((row) => (
          <tr
            key={row.number}
            className={[sheet.headRows.includes(row.number) ? 'headrow' : '', row.hidden ? 'faded' : '']
              .filter(Boolean)
              .join(' ')}
          >
            <th scope="row">{row.number}</th>
            {columns.map((column) => {
              const span = spans.at(row.number, column)
              if (span === 'covered') return null
              const text = row.cells[column - 1]
              return (
                <td key={column} colSpan={span.columns} rowSpan={span.rows} className={look(column)}>
                  {text === null ? words.out : text}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
