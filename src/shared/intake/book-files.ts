/**
 * Endings of the files that a book can be, as dialogs offer them. An old .xls is offered as well: the reader
 * then says what to do, where an empty list would say nothing.
 */
export const bookEndings: readonly string[] = ['.xlsx', '.xlsm', '.csv', '.xls', '.txt']
