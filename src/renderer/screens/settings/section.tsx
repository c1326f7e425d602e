import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { settingsWords as words } from '../../../shared/words/settings.ts'
import { Button } from '../../ui/button.tsx'
import { CheckBox } from '../../ui/choice.tsx'

/** The work of a section: heading, what it is for, its list; at the right the panel of what is chosen. */
export function Section(props: {
  readonly title: string
  readonly note?: ReactNode
  readonly lead?: ReactNode
  readonly add?: { readonly isDisabled: boolean; readonly press: () => void }
  readonly retired?: { readonly shown: boolean; readonly show: (shown: boolean) => void }
  readonly children: ReactNode
  readonly panel?: ReactNode
}) {
  return (
    <div className="with-panel">
      <section className="work" aria-label={props.title}>
        <div className="set-body">
          <div className="sec-h">
            <h2>{props.title}</h2>
            {props.note && <span className="sub">{props.note}</span>}
            <div className="set-bar">
              {props.retired && (
                <CheckBox isSelected={props.retired.shown} onChange={props.retired.show}>
                  {words.showRetired}
                </CheckBox>
              )}
              {props.add && (
                <Button look="solid" icon={Plus} isDisabled={props.add.isDisabled} onPress={props.add.press}>
                  {words.add}
                </Button>
              )}
            </div>
          </div>
          {props.lead && <p className="sub set-lead">{props.lead}</p>}
          {props.children}
        </div>
      </section>
      {props.panel}
    </div>
  )
}
