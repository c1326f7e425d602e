/**
 * Names at the ends of lines without what stands in brackets (「訪問（アウトリーチ）」 → 「訪問」), where they
 * still differ; the table beside has them in full.
 */
export function shortLabels(labels: readonly string[]): readonly string[] {
  const short = labels.map((label) => label.replace(/[（(].*$/, '').trim() || label)
  return labels.map((label, at) =>
    short.filter((one) => one === short[at]).length === 1 ? (short[at] ?? label) : label,
  )
}
