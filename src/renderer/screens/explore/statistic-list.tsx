import { Search } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { statisticLabel } from '../../../shared/paper/assemble/labels.ts'
import type { StatisticDefinition } from '../../../shared/statistics/definition.ts'
import { exploreWords as words } from '../../../shared/words/explore.ts'
import { isComposingKey } from '../../ui/composition.ts'
import { Icon } from '../../ui/icon.tsx'
import { SaidBefore } from './said-before.tsx'
import { matches } from './search.ts'
import type { Catalogue } from './use-explore.ts'

const categories = [1, 2, 3, 4, 5, 6, null] as const

/** Statistics by ①–⑥ with their units; a word typed above leaves those that have it. */
export function StatisticList(props: {
  readonly catalogue: Catalogue
  readonly chosen: string
  readonly onChoose: (code: string) => void
  /** Stands above the statistics while nothing is searched. */
  readonly children?: ReactNode
}) {
  const [text, setText] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const found = props.catalogue.statistics.filter((each) => matches(each, text))
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposingKey(event)) return
    const [first] = found
    if (event.key === 'Enter' && first !== undefined && text !== '') props.onChoose(first.code)
    if (event.key === 'Escape' && text !== '') setText('')
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      list.current?.querySelector('button')?.focus()
    }
  }
  return (
    <div className="pick-statistic">
      <div className="search">
        <Icon of={Search} />
        <input
          className="in plain"
          aria-label={words.search}
          placeholder={words.search}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside take the focus */}
      <div ref={list} className="groups" onKeyDown={(event) => moveInList(event, list.current)}>
        {text === '' && props.children}
        {found.length === 0 && <p className="sub none">{words.noneFound}</p>}
        {categories.map((category) => {
          const own = found.filter((each) => each.category === category)
          return own.length === 0 ? null : (
            <section key={category ?? 0} aria-labelledby={`cat${category ?? 0}`}>
              <h2 id={`cat${category ?? 0}`}>{words.categories[category ?? 0]}</h2>
              <ul>
                {own.map((each) => (
                  <li key={each.code}>
                    <Entry
                      statistic={each}
                      isChosen={each.code === props.chosen}
                      onChoose={() => props.onChoose(each.code)}
                    />
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      </div>
      <SaidBefore />
    </div>
  )
}

function Entry(props: {
  readonly statistic: StatisticDefinition
  readonly isChosen: boolean
  readonly onChoose: () => void
}) {
  const { statistic, isChosen } = props
  const label = statisticLabel(statistic)
  return (
    <button
      type="button"
      aria-current={isChosen || undefined}
      title={label}
      onClick={props.onChoose}
      className={statistic.partOf === null ? '' : 'part'}
    >
      <span className="ell">{label}</span>
      <span className="unit">{statistic.unit}</span>
    </button>
  )
}

/** Arrows walk through the list as through a menu. */
function moveInList(event: KeyboardEvent, list: HTMLElement | null): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const buttons = [...(list?.querySelectorAll('button') ?? [])]
  const focused = document.activeElement
  const at = focused instanceof HTMLButtonElement ? buttons.indexOf(focused) : -1
  if (at === -1) return
  event.preventDefault()
  const next = buttons[at + (event.key === 'ArrowDown' ? 1 : -1)]
  next?.focus()
}
