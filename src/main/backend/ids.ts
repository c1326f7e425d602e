import { v7 } from 'uuid'

/** Ids that sort by time of making (UUIDv7). Handed to logic as an input; only composition calls it. */
export const newId = (): string => v7()
