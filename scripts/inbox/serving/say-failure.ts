import { Problem } from '../../model/problem.ts'
import { oneLine } from '../../terminal/safe-text.ts'

/**
 * What went wrong while a form was taken, in lines for the host. A Problem says it in its own words; of anything else
 * those are left out, since they may be what somebody sent, and what is left is where it happened.
 */
export function sayFailure(error: unknown): string {
  if (error instanceof Problem) return oneLine(error.message)
  if (!(error instanceof Error)) return 'Something was thrown that is no error'
  const code = 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : ''
  const places = (error.stack ?? '').replace(error.message, '').split('\n')
  return [
    `${error.name}${code}: a form could not be kept`,
    ...places.filter((line) => /^ +at /.test(line)),
  ].join('\n')
}
