import type { Made } from './make-changed.ts'

/** `dist/: 42 pages of 3 sessions, 5 made anew, 0.6 seconds`, and a line for everything worth knowing. */
export function sayBuilt({ pages, sessions, rendered, anew, notices }: Made, milliseconds: number): string {
  const of = sessions === 1 ? '1 session' : `${sessions} sessions`
  const changed = rendered === 0 ? 'nothing changed' : `${rendered} made anew`
  const done = anew === undefined ? changed : `all made anew, ${anew}`
  const seconds = (milliseconds / 1000).toFixed(1)
  return [`dist/: ${pages} pages of ${of}, ${done}, ${seconds} seconds`, ...notices].join('\n')
}
