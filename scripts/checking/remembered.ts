import type { Reference } from './read-page.ts'

/** What an earlier check learned, so that what did not change since is not read again. */
export type Remembered = {
  /** Files in which nothing was wrong, by their name. */
  readonly files: ReadonlyMap<string, RememberedFile>
  /** By folder, `lgovsm/2010-12-17`. */
  readonly sessions: ReadonlyMap<string, RememberedSession>
}

export type RememberedFile = {
  /** Of its bytes. */
  readonly holds: string
  /** Id of the session that it was held against; '' for none. */
  readonly session: string
  readonly references: readonly Reference[]
  /** Undefined where the file is no page. */
  readonly ids: ReadonlySet<string> | undefined
}

export type RememberedSession = {
  readonly id: string
  readonly checked: boolean
  readonly hasPage: boolean
}

export const nothingRemembered: Remembered = { files: new Map(), sessions: new Map() }

/** As text; read again it is the same. */
export function formatRemembered({ files, sessions }: Remembered): string {
  return JSON.stringify({
    files: [...files].map(([file, { holds, session, references, ids }]) => [
      file,
      holds,
      session,
      references.map(({ kind, url, line }) => [kind, url, line]),
      ids ? [...ids] : null,
    ]),
    sessions: [...sessions].map(([folder, { id, checked, hasPage }]) => [folder, id, checked, hasPage]),
  })
}

type Written = {
  readonly files: readonly (readonly [
    string,
    string,
    string,
    readonly (readonly [Reference['kind'], string, number])[],
    readonly string[] | null,
  ])[]
  readonly sessions: readonly (readonly [string, string, boolean, boolean])[]
}

/** Only of what `formatRemembered` made, which whoever keeps it has to see to. */
export function parseRemembered(text: string): Remembered {
  const { files, sessions } = JSON.parse(text) as Written
  return {
    files: new Map(
      files.map(([file, holds, session, references, ids]) => [
        file,
        {
          holds,
          session,
          references: references.map(([kind, url, line]) => ({ kind, url, line })),
          ids: ids === null ? undefined : new Set(ids),
        },
      ]),
    ),
    sessions: new Map(sessions.map(([folder, id, checked, hasPage]) => [folder, { id, checked, hasPage }])),
  }
}
