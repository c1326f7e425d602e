import codeListsFile from '../../../resources/code-lists.json' with { type: 'json' }
import type { CodeLists } from '../../shared/codes/code-list.ts'
import { parseCodeLists } from '../../shared/codes/schema.ts'

/** The code lists that a new ledger starts from. Throws a ZodError when the file was edited into none. */
export function readCodeListPreset(): CodeLists {
  return parseCodeLists(codeListsFile)
}
