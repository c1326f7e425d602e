import type { WriterContext } from '../contexts.ts'

export const intakeWriterTasks = {
  'intake.write': (_input: object, _context: WriterContext) => null,
}
