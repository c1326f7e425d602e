import type { ReportModel } from '../../../shared/paper/model.ts'
import type { PaperFormat, RenderedPaper } from '../../export/render.ts'
import { render } from '../../export/render.ts'
import type { RenderContext } from '../contexts.ts'

export interface RenderTask {
  readonly model: ReportModel
  readonly formats: readonly PaperFormat[]
  /** UTC instant. */
  readonly clock: string
  readonly purpose: 'preview' | 'export'
}

/** Steps of the render worker: model → bytes. Cancelling is looked at between pages. */
export const papersRenderTasks = {
  'papers.render': (task: RenderTask, context: RenderContext): Promise<RenderedPaper> =>
    render(
      { ...task, clock: new Date(task.clock) },
      {
        onProgress: (done) => {
          context.progress('drawing', Math.round(done * 100), 100)
          context.stopIfCancelled()
        },
      },
    ),
}
