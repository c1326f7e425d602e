import { Ban } from 'lucide-react'
import type { ColumnChoice, LayoutColumn, SheetLayout } from '../../../shared/contract/schemas/intake.ts'
import { ignoredField } from '../../../shared/intake/heads/fields.ts'
import type { BookProfile } from '../../../shared/intake/profile.ts'
import { intakeScreenWords } from '../../../shared/words/intake-screen.ts'
import { Notice } from '../../ui/notice.tsx'
import { Select } from '../../ui/select.tsx'
import { State } from '../../ui/tag.tsx'
import { columnLetters } from './place-words.ts'
import { withColumn } from './profile-edits.ts'

const words = intakeScreenWords.reading

/** Each column by its head, and the field that it becomes. */
export function ColumnsTable(props: {
  readonly sheet: SheetLayout
  readonly choices: readonly ColumnChoice[]
  readonly profile: BookProfile | null
  readonly onChange: (profile: BookProfile) => void
}) {
  const { sheet, profile } = props
  if (sheet.headRows.length === 0) {
    return (
      <div>
        <Notice look="warn" announce={false} title={words.noHead}>
          <p>{words.noHeadBody}</p>
        </Notice>
      </div>
    )
  }
  const offered = props.choices.filter(({ kind }) => kind === (sheet.kind ?? profile?.kind))
  const fields = [
    { value: ignoredField, label: words.ignored },
    ...offered.map((choice) => ({ value: nameOf(choice), label: choice.label })),
  ]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard
    <section className="intake-fieldtable" tabIndex={0} aria-label={words.columns}>
      <table className="t">
        <thead>
          <tr>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.head}</th>
            <th scope="col">{words.field}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.columns.map((column) => (
            <tr key={column.column} className={column.fate === 'taken' ? undefined : 'out'}>
              <td className="raw">{columnLetters(column.column)}</td>
              <th scope="row" title={column.head}>
                {column.head}
              </th>
              <td>
                {column.fate === 'dropped' ? (
                  <State icon={Ban} tone="quiet">
                    {words.dropped}
                  </State>
                ) : (
                  <Select
                    look="bar"
                    label={words.fieldOf(column.head)}
                    value={column.fate === 'taken' ? nameOf(column) : ignoredField}
                    choices={fields}
                    isDisabled={profile === null}
                    onChange={(value) => {
                      const choice = offered.find((one) => nameOf(one) === value)
                      if (profile === null) return
                      props.onChange(
                        withColumn(profile, sheet, {
                          head: column.key,
                          field: choice?.field ?? ignoredField,
                          code: choice?.code ?? null,
                        }),
                      )
                    }}
                  />
                )}
                {column.fate === 'twice' && <div className="sub">{words.twice}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const nameOf = ({ field, code }: Pick<LayoutColumn, 'field' | 'code'>): string => `${field}/${code ?? ''}`
