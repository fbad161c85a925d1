import { Problem } from '../../model/problem.ts'

/** Whether asking again may help: never, after a pause, or from an instant on (milliseconds since 1970). */
export type Again = 'never' | 'soon' | { readonly from: number }

/** What went wrong with one request. */
export class Trouble extends Problem {
  readonly again: Again
  constructor(message: string, again: Again = 'never') {
    super(message)
    this.again = again
  }
}
