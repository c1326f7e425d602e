import { Settings2 } from 'lucide-react'
import { useState } from 'react'
import { addressOf } from '../../../shared/explore/address.ts'
import type { ExploreChoices } from '../../../shared/explore/choices.ts'
import { favouriteWords as words } from '../../../shared/words/explore.ts'
import { useRequest } from '../../api/queries.ts'
import { useSession } from '../../api/session.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { ManageFavourites } from './manage-favourites.tsx'

/** Kept tables above the statistics: one press shows one. */
export function Favourites({ choices }: { readonly choices: ExploreChoices }) {
  const { ledger } = useSession()
  const kept = useRequest('favourites.list', {})
  const [managing, setManaging] = useState(false)
  const list = kept.data?.favourites ?? []
  const current = addressOf(choices)
  if (kept.isError) return <ErrorNotice error={kept.error} />
  if (list.length === 0) return null
  return (
    <section className="kept" aria-labelledby="kept">
      <h2 id="kept">
        {words.heading}
        {ledger.readOnly === null && (
          <Button look="quiet" icon={Settings2} aria-label={words.manage} onPress={() => setManaging(true)} />
        )}
      </h2>
      <ul>
        {list.map((favourite) => {
          const address = addressOf(favourite.choices)
          return (
            <li key={favourite.id}>
              <a
                href={`#/explore?${address}`}
                aria-current={address === current ? 'true' : undefined}
                title={favourite.name}
              >
                <span className="ell">{favourite.name}</span>
                {favourite.choices.years.kind === 'fixed' && <span className="unit">{words.fixedMark}</span>}
              </a>
            </li>
          )
        })}
      </ul>
      {managing && <ManageFavourites list={list} onClose={() => setManaging(false)} />}
    </section>
  )
}
