import { z } from 'zod'
import { timeFrameSchema } from '../../time/schema.ts'
import { limits } from '../limits.ts'
import { defineRequest } from '../request.ts'
import { actionIdSchema, idSchema, nothing, revisionSchema } from '../schemas/common.ts'
import { exploreAnswerSchema, exploreChoicesSchema, favouriteSchema } from '../schemas/explore.ts'

const name = z.string().trim().min(1).max(limits.name)
const seen = { actionId: actionIdSchema, id: idSchema, revision: revisionSchema }
const list = z.strictObject({ favourites: z.array(favouriteSchema).max(limits.list) })

export const exploreRequests = {
  /** Table and chart of the choices; `frame` is the window's. Errors: those of the statistics. */
  'explore.run': defineRequest({
    input: z.strictObject({ choices: exploreChoicesSchema, frame: timeFrameSchema }),
    output: exploreAnswerSchema,
    runs: 'reader',
    kind: 'read',
  }),
  /** Kept choices, in their own order. */
  'favourites.list': defineRequest({ input: nothing, output: list, runs: 'reader', kind: 'read' }),
  'favourites.keep': defineRequest({
    input: z.strictObject({ actionId: actionIdSchema, name, choices: exploreChoicesSchema }),
    output: favouriteSchema,
    runs: 'writer',
    kind: 'write',
  }),
  'favourites.rename': defineRequest({
    input: z.strictObject({ ...seen, name }),
    output: favouriteSchema,
    runs: 'writer',
    kind: 'write',
  }),
  'favourites.remove': defineRequest({
    input: z.strictObject(seen),
    output: nothing,
    runs: 'writer',
    kind: 'write',
  }),
  /** One step up or down in the list. */
  'favourites.move': defineRequest({
    input: z.strictObject({ ...seen, to: z.enum(['up', 'down']) }),
    output: list,
    runs: 'writer',
    kind: 'write',
  }),
}
