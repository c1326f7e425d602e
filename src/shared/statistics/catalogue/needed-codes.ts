import { catalogue } from './catalogue.ts'

/**
 * Codes by which a definition of the catalogue counts (訪問 is 相談方法 `outreach`): they may be renamed, but
 * neither merged away nor deleted, else their statistic would find nothing any more.
 */
export function neededCodes(list: string): ReadonlySet<string> {
  const codes = catalogue.flatMap(({ source }) => {
    if (source.kind === 'contacts') return source.only?.breakdown === list ? [source.only.code] : []
    return 'activityKinds' in source && list === 'activityKind' ? source.activityKinds : []
  })
  return new Set(codes)
}
