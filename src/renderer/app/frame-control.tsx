import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import type { TimeFrame } from '../../shared/time/day.ts'
import { formatAsOf, formatFiscalYear, formatMonthOnly } from '../../shared/time/format.ts'
import { common, timeFrame } from '../../shared/words/screens.ts'
import { useSession } from '../api/session.tsx'
import { Button } from '../ui/button.tsx'
import { FrameFields } from '../ui/frame-fields.tsx'
import { Icon } from '../ui/icon.tsx'

/** 年度・対象期間・基準日 as one control: every number on the screen follows it (domain §1). */
export function FrameControl() {
  const { frame: owner, ledger } = useSession()
  return (
    <DialogTrigger>
      <AriaButton className="top-button">
        <span className="vh">{timeFrame.control}　</span>
        <span className="k">{timeFrame.year}</span>
        <span className="v">{formatFiscalYear(owner.frame.fiscalYear)}</span>
        <span className="nw wide-only">{monthsWords(owner.frame)}</span>
        <span className="nw wide-only">{formatAsOf(owner.frame.asOf)}</span>
        <Icon of={ChevronDown} size={14} />
      </AriaButton>
      <Popover className="pop frame-pop" offset={4} placement="bottom start">
        <Dialog className="frame-dialog">
          {({ close }) => (
            <FrameForm
              title={titles[owner.of]}
              start={owner.frame}
              yearsWithData={ledger.yearsWithData}
              onApply={(frame) => {
                owner.change(frame)
                close()
              }}
              onClose={close}
            />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

const titles = {
  window: timeFrame.title,
  paper: timeFrame.titleOfPaper,
  kept: timeFrame.titleOfKept,
} as const

/** 「４月から11月まで」. */
function monthsWords({ period }: TimeFrame): string {
  if (period.from === period.to) return formatMonthOnly(period.from)
  return timeFrame.months(formatMonthOnly(period.from), formatMonthOnly(period.to))
}

function FrameForm(props: {
  readonly title: string
  readonly start: TimeFrame
  readonly yearsWithData: readonly number[]
  readonly onApply: (frame: TimeFrame) => void
  readonly onClose: () => void
}) {
  const [frame, setFrame] = useState<TimeFrame | null>(props.start)
  // A paper of a year without records cannot be made: it could not even be opened again.
  const hasData = frame === null || props.yearsWithData.includes(frame.fiscalYear)
  return (
    <>
      <Heading slot="title" level={2}>
        {props.title}
      </Heading>
      <FrameFields start={props.start} yearsWithData={props.yearsWithData} onChange={setFrame} />
      <div className="acts">
        {frame === null && <span className="sub">{timeFrame.cannotApply}</span>}
        {!hasData && <span className="sub">{timeFrame.cannotWithoutData}</span>}
        <Button onPress={props.onClose}>{common.stop}</Button>
        <Button
          look="solid"
          isDisabled={frame === null || !hasData}
          onPress={() => frame && props.onApply(frame)}
        >
          {timeFrame.apply}
        </Button>
      </div>
    </>
  )
}
