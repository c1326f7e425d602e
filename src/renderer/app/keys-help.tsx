import { common, keysHelp } from '../../shared/words/screens.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'

/** F1. */
export function KeysHelp(props: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Dialog
      title={keysHelp.title}
      isOpen={props.isOpen}
      onClose={props.onClose}
      footer={
        <Button size="form" onPress={props.onClose}>
          {common.close}
        </Button>
      }
    >
      <div className="two-tables">
        <Keys rows={keysHelp.rows.slice(0, half)} />
        <Keys rows={keysHelp.rows.slice(half)} />
      </div>
    </Dialog>
  )
}

/** Side by side: every key is seen at once on an office screen. */
const half = Math.ceil(keysHelp.rows.length / 2)

function Keys({ rows }: { readonly rows: readonly (readonly [key: string, action: string])[] }) {
  return (
    <table className="t">
      <thead>
        <tr>
          <th scope="col">{keysHelp.key}</th>
          <th scope="col">{keysHelp.action}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([key, action]) => (
          <tr key={key}>
            <th scope="row">
              <kbd>{key}</kbd>
            </th>
            <td>{action}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
