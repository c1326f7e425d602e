import { plain } from '../../../shared/contract/plain.ts'
import {
  insertFavourite,
  listFavourites,
  moveFavourite,
  readFavourite,
  removeFavourite,
  renameFavourite,
} from '../../ledger/repositories/favourites.ts'
import { act } from '../act.ts'
import type { WriterHandlers } from '../contexts.ts'

/** `favourites.*` that write: kept choices are shared by all who use the ledger. */
export const exploreWriter = {
  'favourites.keep': (input, context) =>
    act(context, 'favourites.keep', input, (write) =>
      plain(readFavourite(write, insertFavourite(write, input.name, input.choices))),
    ),
  'favourites.rename': (input, context) =>
    act(context, 'favourites.rename', input, (write) => {
      renameFavourite(write, input.id, input.revision, input.name)
      return plain(readFavourite(write, input.id))
    }),
  'favourites.remove': (input, context) =>
    act(context, 'favourites.remove', input, (write) => {
      removeFavourite(write, input.id, input.revision)
      return {}
    }),
  'favourites.move': (input, context) =>
    act(context, 'favourites.move', input, (write) => {
      moveFavourite(write, input.id, input.revision, input.to)
      return { favourites: plain(listFavourites(write)) }
    }),
} satisfies Pick<
  WriterHandlers,
  'favourites.keep' | 'favourites.rename' | 'favourites.remove' | 'favourites.move'
>
