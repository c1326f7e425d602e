import type { NamedPeriod } from '../../../shared/time/names.ts'
import { settingsWords } from '../../../shared/words/settings.ts'

const words = settingsWords.names

/** Every name that it had, the newest first, each with its days. */
export function NamesList({ names }: { readonly names: readonly NamedPeriod[] }) {
  if (names.length < 2 && names[0]?.from === null && names[0]?.to === null) return null
  return (
    <section>
      <h3>{words.history}</h3>
      <ul className="set-names-list">
        {names.toReversed().map(({ name, from, to }) => (
          <li key={`${from} ${name}`}>
            <b>{name}</b>
            <span className="sub">
              {from === null ? words.always : words.since(from)}
              {to === null ? '' : `　${words.until(to)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
