import type { LucideIcon } from 'lucide-react'

/** A mark beside a word; it never stands for the word, so it is hidden from readers. */
export function Icon({
  of: Mark,
  size = 16,
}: {
  readonly of: LucideIcon
  readonly size?: 14 | 16 | 20 | 28
}) {
  return <Mark aria-hidden="true" className={size === 16 ? 'i' : `i i${size}`} />
}
