import { Problem } from '../model/problem.ts'

/**
 * Whether trying again may help: never; never for this piece, which is `refused`, while another may be taken; never
 * since what was asked about is `gone`; `soon`, and nobody knows whether it was done; or from an instant on
 * (milliseconds since 1970; undefined where the place does not say).
 */
export type AgainAt = 'never' | 'refused' | 'gone' | 'soon' | { readonly from: number | undefined }

/** What went wrong with one call to a mirror. */
export class MirrorTrouble extends Problem {
  readonly again: AgainAt
  constructor(message: string, again: AgainAt) {
    super(message)
    this.again = again
  }
}
