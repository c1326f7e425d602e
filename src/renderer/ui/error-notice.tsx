import type { ReactNode } from 'react'
import { type AppError, AppFailure } from '../../shared/contract/errors.ts'
import { describeError } from '../../shared/words/errors.ts'
import { Notice } from './notice.tsx'

/** The typed error of whatever was thrown or handed over; a bug of ours becomes `internal`. */
export function appErrorOf(thrown: unknown): AppError {
  if (thrown instanceof AppFailure) return thrown.appError
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown && 'parameters' in thrown) {
    return thrown as AppError
  }
  return { code: 'internal', parameters: {}, field: null }
}

/** A failure where it happened: what happened, what is left, what to do next. */
export function ErrorNotice(props: { readonly error: unknown; readonly actions?: ReactNode }) {
  const { what, kept, next } = describeError(appErrorOf(props.error))
  return (
    <Notice look="stop" title={what} actions={props.actions}>
      <p>{kept}</p>
      <p>{next}</p>
    </Notice>
  )
}
