import type { Built } from './build-site.ts'

/** `dist/: 42 pages of 3 sessions, 0.6 seconds`, and a line for everything worth knowing. */
export function sayBuilt({ files, sessions, notices }: Built, milliseconds: number): string {
  const pages = files.filter((file) => file.endsWith('.html')).length
  const of = sessions === 1 ? '1 session' : `${sessions} sessions`
  return [`dist/: ${pages} pages of ${of}, ${(milliseconds / 1000).toFixed(1)} seconds`, ...notices].join(
    '\n',
  )
}
