/** Indicators of the plan with their years (domain §5). */
export const indicators = ``
