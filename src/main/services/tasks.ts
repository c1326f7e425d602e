import type { backupReaderTasks } from './backups.ts'
import type { collectionReaderTasks } from './collection/reader.ts'
import type { collectionRenderTasks } from './collection/render-tasks.ts'
import type { collectionWriterTasks } from './collection/writer.ts'
import type { confirmingReaderTasks } from './confirming/reader.ts'
import type { confirmingWriterTasks } from './confirming/writer.ts'
import type { intakeTasks } from './intake/session.ts'
import type { intakeWriterTasks } from './intake/write.ts'
import type { papersReaderTasks } from './papers/reader.ts'
import type { papersRenderTasks } from './papers/render-tasks.ts'
import type { recordsReaderTasks } from './records/handlers.ts'

/**
 * Tasks inside the backend, by worker: steps of a request, never reachable through a door. A feature that
 * needs one adds the type of its table here (`typeof papersReaderTasks & …`), and the table itself in
 * `backend/tables/`.
 */
export interface Tasks {
  readonly reader: typeof recordsReaderTasks &
    typeof papersReaderTasks &
    typeof backupReaderTasks &
    typeof confirmingReaderTasks &
    typeof collectionReaderTasks
  readonly writer: typeof intakeWriterTasks & typeof confirmingWriterTasks & typeof collectionWriterTasks
  readonly intake: typeof intakeTasks
  readonly render: typeof papersRenderTasks & typeof collectionRenderTasks
}

type TaskInput<Task> = Task extends (input: infer Input, ...rest: never[]) => unknown ? Input : never
type TaskOutput<Task> = Task extends (...parameters: never[]) => infer Output ? Awaited<Output> : never

/** Input and output must be what a structured clone carries; a `Uint8Array` in the output is moved, not copied. */
export type Ask = <Worker extends keyof Tasks, Name extends keyof Tasks[Worker] & string>(
  worker: Worker,
  name: Name,
  input: TaskInput<Tasks[Worker][Name]>,
) => Promise<TaskOutput<Tasks[Worker][Name]>>
