import type { ContentIds } from './content-ids.ts'

/** Of one file right in a session's folder: its path in content/, and the id of what it holds. */
export type SessionFile = readonly [file: string, id: string]

/** Files of each session, by `lgovsm/2010-12-17`, less its pictures, which stand a folder deeper. */
export function sessionFiles({ files }: ContentIds): ReadonlyMap<string, readonly SessionFile[]> {
  const folders = new Map<string, SessionFile[]>()
  for (const [file, id] of files) {
    const session = sessionOf(file)
    if (session === undefined) continue
    const known = folders.get(session)
    if (known) known.push([file, id])
    else folders.set(session, [[file, id]])
  }
  return folders
}

/** `lgovsm/2010-12-17` for a file right in such a folder. */
export function sessionOf(file: string): string | undefined {
  return /^([^/]+\/\d{4}-\d\d-\d\d)\/[^/]+$/.exec(file)?.[1]
}
