import type { JobStep } from '../contract/events.ts'

/** What a long job is doing, as shown beside its progress. */
export const jobStepWords: Readonly<Record<JobStep, string>> = {
  waiting: '順番を待っています',
  reading: '台帳を読んでいます',
  building: '台帳を作成しています',
  counting: '集計しています',
  drawing: '紙面を作成しています',
  writing: 'ファイルに書き込んでいます',
  copying: '控えを作成しています',
  verifying: '控えと履歴を確かめています',
  comparing: '違いを調べています',
}
