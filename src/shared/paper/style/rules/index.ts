import type { StyleRule } from '../rule.ts'
import { counters } from './counters.ts'
import { honorific } from './honorific.ts'
import { digitWidths, spacesInNumbers } from './numbers.ts'
import { officialNames } from './official-names.ts'
import { ranges } from './ranges.ts'
import { register } from './register.ts'
import { selfName } from './self-name.ts'
import { brackets, signs } from './signs.ts'
import { slips } from './slips.ts'
import { spelling } from './spelling.ts'

/** In order of precedence: where two findings meet, the rule that stands first keeps the place. */
export const styleRules: readonly StyleRule[] = [
  officialNames,
  slips,
  spacesInNumbers,
  ranges,
  counters,
  spelling,
  selfName,
  honorific,
  register,
  signs,
  brackets,
  digitWidths,
]
