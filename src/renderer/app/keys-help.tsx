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
      width="narrow"
      footer={
        <Button size="form" onPress={props.onClose}>
          {common.close}
        </Button>
      }
    >
      <table className="t">
        <thead>
          <tr>
            <th scope="col">{keysHelp.key}</th>
            <th scope="col">{keysHelp.action}</th>
          </tr>
        </thead>
        <tbody>
          {keysHelp.rows.map(([key, action]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{action}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}
