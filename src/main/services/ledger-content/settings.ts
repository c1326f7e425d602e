import { z } from 'zod'

/** Names of the settings that a ledger gets when it is made. */
export const settingNames = {
  city: 'city',
  /** False: the plan's end year is a default that the city has not verified (domain §5). */
  planEndVerified: 'plan.endVerified',
  nationalMenu: 'plan.nationalMenu',
} as const

/** The value of {@link settingNames.city}. */
export const citySchema = z.object({
  name: z.string(),
  areaCode: z.string(),
  organisationCode: z.string(),
  committee: z.string(),
  remark: z.string(),
})
