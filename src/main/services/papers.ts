/** 資料作成: stored drafts, their view for the editor, preview and export. */
export { papersBackend } from './papers/backend.ts'
export { papersReader, papersReaderTasks } from './papers/reader.ts'
export { papersWriter } from './papers/writer.ts'
