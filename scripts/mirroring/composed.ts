import { statSync } from 'node:fs'
import { join } from 'node:path'
import { readRemembered, writeRemembered } from '../cache/remembered-file.ts'
import { type ContentIds, contentIds, isChangedSince, type Seen } from '../content/content-ids.ts'
import type { Mirror } from '../mirrors/mirror.ts'
import type { Chat } from '../model/chat.ts'
import type { Site } from '../model/site.ts'
import { buildKey } from '../site/build-key.ts'
import { digestOf } from '../site/digest.ts'
import { diskClock } from '../site/manifest.ts'
import type { WantedPiece } from './find-jobs.ts'

/** What was composed of sessions that did not change since, from run to run. */
export type Composed = {
  /** Composes only what was not composed before; `date` is local. */
  readonly wantedOf: (
    chat: Chat,
    date: string,
    compose: () => readonly WantedPiece[],
  ) => readonly WantedPiece[]
  /** For the next run. */
  readonly keep: () => void
}

export type ComposedInput = {
  readonly root: string
  readonly site: Site
  readonly mirror: Pick<Mirror, 'name'>
  /** Of the code that composes, as `composeKey` says; undefined where all is composed anew. */
  readonly code: string | undefined
}

/** One word for all that makes a piece besides content/: where it is another one, everything is composed anew. */
export function composeKey(): string {
  return buildKey(['scripts/mirrors', 'scripts/mirroring'])
}

type Written = {
  readonly seen: Readonly<Record<string, Seen>>
  /** By folder, `lgovsm/2010-12-17`; `id` of all that it was composed of, '' where nobody can say. */
  readonly sessions: Readonly<
    Record<string, { readonly id: string; readonly wanted: readonly WantedPiece[] }>
  >
}

/** What is kept stands in .cache/, holds no words, and may be deleted at any time. */
export async function openComposed({ root, site, mirror, code }: ComposedInput): Promise<Composed> {
  if (code === undefined) return { wantedOf: (_, __, compose) => compose(), keep: () => undefined }
  const file = `.cache/mirror-${mirror.name}-composed.json`
  const since = diskClock(join(root, file))
  const kept = readRemembered(root, file, code)
  const before = kept === undefined ? { seen: {}, sessions: {} } : (JSON.parse(kept) as Written)
  const ids = await contentIds(root, { seen: before.seen, since })
  const folders = foldersOf(ids)
  const sessions = new Map(Object.entries(before.sessions).filter(([session]) => folders.has(session)))
  return {
    wantedOf: (chat, date, compose) => {
      const session = `${chat.name}/${date}`
      const files = folders.get(session) ?? []
      const id = digestOf([site, chat, files.map((one) => [one, ids.files.get(one), sizeOf(root, one)])])
      const known = sessions.get(session)
      if (known?.id === id) return known.wanted
      const wanted = compose()
      const isSteady = [session, ...files].every((one) => !isChangedSince(root, one, since))
      sessions.set(session, { id: isSteady ? id : '', wanted })
      return wanted
    },
    keep: () => {
      const text = JSON.stringify({
        seen: ids.seen,
        sessions: Object.fromEntries(sessions),
      } satisfies Written)
      if (text !== kept) writeRemembered(root, file, { key: code, text })
    },
  }
}

/** Files of each session, with its pictures. */
function foldersOf({ files }: ContentIds): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>()
  for (const file of files.keys()) {
    const session = /^([^/]+\/\d{4}-\d\d-\d\d)\//.exec(file)?.[1]
    if (session === undefined) continue
    const known = folders.get(session)
    if (known) known.push(file)
    else folders.set(session, [file])
  }
  return folders
}

/** Of a picture, since one that is kept elsewhere has a stand-in that git knows by the same name. */
function sizeOf(root: string, file: string): number | undefined {
  if (!file.includes('/media/')) return undefined
  return statSync(join(root, 'content', file), { throwIfNoEntry: false })?.size
}
