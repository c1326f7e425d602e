import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { ConsultationFilter, ConsultationSort } from '../../../shared/contract/schemas/consultations.ts'
import { isMonth, monthOf } from '../../../shared/time/calendar.ts'
import type { TimeFrame } from '../../../shared/time/day.ts'
import { fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'

export type PeriodChoice = `${number}-${number}` | 'period' | 'year' | 'all'

/** What the address of the screen says: another screen may link to any of it. */
export interface View {
  readonly period: PeriodChoice
  readonly filter: ConsultationFilter
  readonly sort: ConsultationSort
  /** The record that the form shows; null for a new one. */
  readonly id: string | null
  readonly panel: 'history' | 'case' | null
  /** The field whose history is shown. */
  readonly field: string | null
  /** The case in the panel. */
  readonly caseId: string | null
  /** Null takes a part out of the address. */
  readonly change: (parts: Readonly<Record<string, string | null>>) => void
}

const columns = ['number', 'day', 'method', 'caller', 'case', 'age', 'sex', 'mainTopic'] as const

/**
 * `#/consultations?month=2025-02&party=…&method=…&caller=…&case=…&q=…&warned=1&sort=age-up&id=…&history=age`.
 * Without a month the month of the as-of date; `month=all|year|period` are longer.
 */
export function useView(frame: TimeFrame): View {
  const [params, setParams] = useSearchParams()
  return useMemo(() => {
    const given = (name: string): string | null => params.get(name) || null
    const month = given('month')
    // A link to a record or a case shows it whatever month it is of.
    const usual = given('case') !== null || given('q') !== null ? 'all' : monthOf(frame.asOf)
    const period: PeriodChoice =
      month === 'all' || month === 'year' || month === 'period' || isMonth(month) ? month : usual
    const [column, direction] = (given('sort') ?? 'number-up').split('-')
    return {
      period,
      filter: {
        period: periodOf(period, frame),
        party: given('party'),
        method: given('method'),
        caller: given('caller'),
        caseId: given('case'),
        search: (params.get('q') ?? '').slice(0, 200),
        warned: given('warned') === '1',
      },
      sort: {
        column: columns.find((one) => one === column) ?? 'number',
        direction: direction === 'down' ? ('down' as const) : ('up' as const),
      },
      id: given('id'),
      panel:
        given('history') !== null ? ('history' as const) : given('who') !== null ? ('case' as const) : null,
      field: given('history') === 'record' ? null : given('history'),
      caseId: given('who'),
      change: (parts) =>
        setParams(
          (before) => {
            const next = new URLSearchParams(before)
            for (const [name, value] of Object.entries(parts)) {
              if (value === null || value === '') next.delete(name)
              else next.set(name, value)
            }
            return next
          },
          { replace: true },
        ),
    }
  }, [params, setParams, frame])
}

function periodOf(choice: PeriodChoice, frame: TimeFrame): ConsultationFilter['period'] {
  switch (choice) {
    case 'all':
      return null
    case 'year':
      return { ...fiscalYearPeriod(frame.fiscalYear) }
    case 'period':
      return { ...frame.period }
    default:
      return { from: choice, to: choice }
  }
}
