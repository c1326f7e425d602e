import { lateReader, lateWriter } from './late.ts'
import { lettersReader } from './letters.ts'
import { overviewReader } from './reader.ts'
import { submissionsWriter } from './submissions.ts'
import { reopenWriter } from './writer.ts'

/** Every request of 確定, 提出済み, late arrivals and 督促, by worker. */
export const confirmingReader = { ...overviewReader, ...lateReader, ...lettersReader }
export const confirmingWriter = { ...reopenWriter, ...submissionsWriter, ...lateWriter }
