import { jobStepWords } from '../../../shared/words/jobs.ts'
import { common } from '../../../shared/words/screens.ts'
import type { Job } from '../../api/jobs.ts'
import { grouped } from '../../ui/format.ts'
import { Progress } from '../../ui/patterns.tsx'

/** A job under way, with its step and 中止. */
export function JobLine({ title, job }: { readonly title: string; readonly job: Job }) {
  const progress = job.progress
  const total = progress?.total ?? null
  return (
    <Progress
      title={title}
      step={jobStepWords[progress?.step ?? 'waiting']}
      done={progress?.done ?? 0}
      total={total}
      counted={progress && total !== null ? `${grouped(progress.done)} / ${grouped(total)}` : ''}
      stop={{ words: common.abort, press: job.cancel }}
    />
  )
}
