/** 確定, stored values, 提出済み, late arrivals (domain §8). */
export const confirming = ``
