import { z } from 'zod'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { readSetting } from '../../ledger/repositories/settings.ts'

/** Names of the settings that a ledger gets when it is made, beside those of the ledger itself. */
export const settingNames = {
  city: 'city',
  /** False: the plan's end year is a default that the city has not verified (domain §5). */
  planEndVerified: 'plan.endVerified',
  nationalMenu: 'plan.nationalMenu',
} as const

/** The value of {@link settingNames.city}. */
export const citySchema = z.object({
  name: z.string(),
  /** 標準地域コード (5 digits) and 団体コード (6 digits). */
  areaCode: z.string(),
  organisationCode: z.string(),
  committee: z.string(),
  /** What of the organisation is invented, in words; '' for nothing. */
  remark: z.string(),
})
export type City = z.infer<typeof citySchema>

/** The city for which the ledger was made, or null in a ledger that was not made by this tool's services. */
export function readCity(reader: LedgerReader): City | null {
  const city = citySchema.safeParse(readSetting(reader, settingNames.city)?.value)
  return city.success ? city.data : null
}
