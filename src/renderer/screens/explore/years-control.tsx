import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { type ExploreChoices, mostYears, yearsOfChoices } from '../../../shared/explore/choices.ts'
import type { TimeFrame } from '../../../shared/time/day.ts'
import { formatFiscalYear } from '../../../shared/time/format.ts'
import { exploreWords as words } from '../../../shared/words/explore.ts'
import { common } from '../../../shared/words/screens.ts'
import { useSession } from '../../api/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Radios } from '../../ui/choice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Select } from '../../ui/select.tsx'
import type { ChangeChoices } from './use-explore.ts'

/** Which years stand side by side: so many up to the window's, or fixed ones. */
export function YearsControl(props: {
  readonly choices: ExploreChoices
  readonly frame: TimeFrame
  readonly onChange: ChangeChoices
}) {
  const years = yearsOfChoices(props.choices, props.frame)
  return (
    <DialogTrigger>
      <AriaButton className="sel sm">
        <span className="vh">{words.years}　</span>
        {shortYears(years)}
        {props.choices.years.kind === 'fixed' && <span className="sub">{words.fixedShort}</span>}
        <Icon of={ChevronDown} />
      </AriaButton>
      <Popover className="pop explore-pop" offset={4} placement="bottom start">
        <Dialog className="explore-dialog">
          {({ close }) => <YearsForm {...props} years={years} onClose={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

/** 「令和２年度 ～ 令和６年度」, one alone 「令和６年度」. */
export function yearsWords(years: readonly number[]): string {
  const [first] = years
  const last = years.at(-1)
  if (first === undefined || last === undefined) return ''
  return first === last ? formatFiscalYear(last) : words.span(formatFiscalYear(first), formatFiscalYear(last))
}

/** 「令和２ ～ 令和６」, as it fits a bar. */
const shortYears = (years: readonly number[]): string => yearsWords(years).replaceAll('年度', '')

function YearsForm(props: {
  readonly choices: ExploreChoices
  readonly frame: TimeFrame
  readonly years: readonly number[]
  readonly onChange: ChangeChoices
  readonly onClose: () => void
}) {
  const session = useSession()
  const [kind, setKind] = useState(props.choices.years.kind)
  const [count, setCount] = useState(props.years.length)
  const frame = kind === 'fixed' ? props.frame : session.window
  const counts = Array.from({ length: mostYears }, (_, index) => index + 1)
  const shown = counts.slice(0, count).map((back) => frame.fiscalYear - count + back)
  const apply = () => {
    props.onChange({
      ...props.choices,
      years: kind === 'window' ? { kind, count } : { kind, from: frame.fiscalYear - count + 1, frame },
    })
    props.onClose()
  }
  return (
    <>
      <Heading slot="title" level={2}>
        {words.yearsTitle}
      </Heading>
      <Select
        label={words.count}
        value={String(count)}
        choices={counts.map((each) => ({ value: String(each), label: words.yearCounts(each) }))}
        onChange={(text) => setCount(Number(text))}
        hint={yearsWords(shown)}
      />
      <Radios
        label={words.timing}
        value={kind}
        choices={[
          { value: 'window', label: words.followWindow },
          { value: 'fixed', label: words.fixedYears },
        ]}
        onChange={setKind}
        hint={kind === 'fixed' ? words.fixedHint : words.followHint}
      />
      <div className="acts">
        <Button onPress={props.onClose}>{common.stop}</Button>
        <Button look="solid" onPress={apply}>
          {words.apply}
        </Button>
      </div>
    </>
  )
}
