/** Words of the demonstration ledger (domain §9). */
export const demonstrationWords = {
  ledgerName: '西東京市（見本）',
  staff: '担当者',
} as const
