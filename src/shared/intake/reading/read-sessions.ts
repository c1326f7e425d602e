import type { SheetContext } from './sheet-context.ts'

export function readSessions(context: SheetContext): void {
  for (const row of context.body) {
    context.sink.ignore({ sheet: context.layout.sheet.name, row: row.number, column: null }, 'note')
  }
}
