import { lazily } from './lazily.ts'

/** What the render worker answers: paper model → bytes. Its libraries are loaded at their first use. */
export const renderTasks = {
  ...lazily(
    () => import('../../services/collection/render-tasks.ts').then((module) => module.collectionRenderTasks),
    ['collection.render'],
  ),
  ...lazily(
    () => import('../../services/papers/render-tasks.ts').then((module) => module.papersRenderTasks),
    ['papers.render'],
  ),
}
