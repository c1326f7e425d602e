import type { CollectionBookInput } from '../../export/xlsx/collection/book-head.ts'
import { renderCollectionBook } from '../../export/xlsx/collection/collection-book.ts'

/** Step of the render worker: what is issued → bytes. */
export const collectionRenderTasks = {
  'collection.render': async (
    book: CollectionBookInput,
  ): Promise<{ readonly bytes: Uint8Array<ArrayBuffer> }> => ({
    bytes: await renderCollectionBook(book),
  }),
}
