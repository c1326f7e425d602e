import type { PeriodState } from '../../shared/contract/schemas/confirming.ts'
import { confirmWords } from '../../shared/words/confirming.ts'
import { StatusMark } from '../ui/status-board.tsx'

const looks = { open: 'entering', checked: 'checked', confirmed: 'confirmed' } as const

/** 入力中, 確認済, 確定: mark and word. */
export const StandingMark = ({ state }: { readonly state: PeriodState }) => (
  <StatusMark look={looks[state]}>{confirmWords.states[state]}</StatusMark>
)
