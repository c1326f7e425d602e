import { z } from 'zod'

/** Names of the settings that a ledger gets when it is made, beside those of the ledger itself. */
export const settingNames = {
  /** The city's name. */
  city: 'ledger.city',
  /** Its codes, its committee, and what of the organisation is invented. */
  cityCodes: 'city.codes',
  /** False: the plan's end year is a default that the city has not verified (domain §5). */
  planEndVerified: 'plan.endVerified',
  nationalMenu: 'plan.nationalMenu',
} as const

/** The value of {@link settingNames.cityCodes}. */
export const cityCodesSchema = z.object({
  /** 標準地域コード (5 digits) and 団体コード (6 digits). */
  areaCode: z.string(),
  organisationCode: z.string(),
  committee: z.string(),
  remark: z.string(),
})
export type CityCodes = z.infer<typeof cityCodesSchema>
