import { SlidersHorizontal } from 'lucide-react'
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import type { ExploreChoices } from '../../../shared/explore/choices.ts'
import type { StatisticDefinition } from '../../../shared/statistics/definition.ts'
import { exploreWords as words } from '../../../shared/words/explore.ts'
import { Button } from '../../ui/button.tsx'
import { CheckBox, Radios } from '../../ui/choice.tsx'
import type { ChangeChoices } from './use-explore.ts'

/** What is asked for less often: 構成比, 参考, and what earlier years stand for. */
export function TableOptions(props: {
  readonly choices: ExploreChoices
  readonly definition: StatisticDefinition
  readonly canRecut: boolean
  readonly onChange: ChangeChoices
}) {
  const { choices, onChange } = props
  return (
    <DialogTrigger>
      <Button look="quiet" icon={SlidersHorizontal}>
        {words.options}
      </Button>
      <Popover className="pop explore-pop" offset={4} placement="bottom end">
        <Dialog className="explore-dialog">
          <Heading slot="title" level={2}>
            {words.optionsTitle}
          </Heading>
          <div>
            <CheckBox
              isSelected={choices.shares}
              isDisabled={props.definition.quotient !== null || choices.by.length === 0}
              onChange={(shares) => onChange({ ...choices, shares })}
            >
              {words.shares}
            </CheckBox>
          </div>
          <div>
            <CheckBox
              isSelected={choices.recut && props.canRecut}
              isDisabled={!props.canRecut}
              onChange={(recut) => onChange({ ...choices, recut })}
            >
              {words.recut}
            </CheckBox>
            {!props.canRecut && <p className="sub">{words.recutNot}</p>}
          </div>
          <Radios
            label={words.earlier}
            value={choices.earlier}
            choices={[
              { value: 'whole', label: words.earlierWhole },
              { value: 'same', label: words.earlierSame },
            ]}
            onChange={(earlier) => onChange({ ...choices, earlier })}
            hint={words.earlierHint}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
