import { join } from 'node:path'
import { contentIds, isChangedSince } from '../content/content-ids.ts'
import { sessionFiles, sessionOf } from '../content/session-files.ts'
import { buildKey } from './build-key.ts'
import { digestOf } from './digest.ts'
import { type Found, findFiles } from './found-files.ts'
import { diskClock, type Kept, type Manifest, readManifest, type Told, writeManifest } from './manifest.ts'
import { findStanding } from './outputs.ts'

type Making = {
  readonly root: string
  /** Of the site, relative to the root; each has a manifest of its own. */
  readonly folder: string
  /** Whether everything is to be made anew. */
  readonly isFull: boolean
}

export type Made = Told & {
  /** Pages that were rendered. */
  readonly rendered: number
  /** Why everything was made anew; undefined where it was not. */
  readonly anew: string | undefined
}

/**
 * Builds what changed since the last build of this folder. Where nothing did, nothing of what builds is even loaded.
 * What is remembered stands in .cache/, which may be deleted at any time.
 */
export async function makeChanged({ root, folder, isFull }: Making): Promise<Made> {
  const output = join(root, folder)
  const path = join(root, '.cache/build', `${folder.replaceAll('/', '-')}.json`)
  const since = diskClock(path)
  const key = buildKey()
  const kept = readManifest(path)
  const anew = findReason(kept, { isFull, key })
  const before = anew === undefined ? kept : undefined
  const asked = contentIds(root, { seen: before?.manifest.seen ?? {}, since })
  const found = findFiles(output)
  const ids = await asked
  const content = digestOf([...ids.files])
  if (before?.manifest.content === content && isInPlace(output, before.manifest, found))
    return { ...before.manifest.told, rendered: 0, anew }

  const loading = Promise.all([import('../content/archive.ts'), import('./build-site.ts')])
  const sessions = before?.readSessions()
  const folders = sessionFiles(ids)
  const [{ openArchive }, { buildSite }] = await loading
  const built = await buildSite({
    archive: openArchive(root),
    output,
    content: join(root, 'content'),
    earlier: {
      key,
      sessions: sessions ?? {},
      outputs: (sessions && before?.manifest.outputs) ?? {},
      found,
      folderId: (session) => digestOf(folders.get(session) ?? []),
      fileId: (file) => ids.files.get(file) ?? '',
      isSteady: (session) =>
        [session, ...(folders.get(session) ?? []).map(([file]) => file)].every(
          (file) => !isChangedSince(root, file, since),
        ),
    },
  })
  const settings = [...ids.files.keys()].filter((file) => sessionOf(file) === undefined)
  const isSteady = built.isSteady && settings.every((file) => !isChangedSince(root, file, since))
  const pages = built.files.filter((file) => file.endsWith('.html')).length
  const told: Told = { pages, sessions: built.sessions, notices: built.notices }
  const { outputs, known } = built
  writeManifest(path, { key, content: isSteady ? content : '', told, seen: ids.seen, outputs }, known)
  return { ...told, rendered: built.rendered, anew: before && !sessions ? notKnown : anew }
}

const notKnown = 'since no earlier build is known'

/** As a sentence; undefined where what is remembered can be built on. */
function findReason(kept: Kept | undefined, now: { isFull: boolean; key: string }): string | undefined {
  if (now.isFull) return 'as --full says'
  if (kept === undefined) return notKnown
  if (kept.manifest.key !== now.key) return 'since the program, its packages or Node changed'
  return undefined
}

/** Whether just the files of that build stand there, as it left them. */
function isInPlace(folder: string, { outputs }: Manifest, found: Found): boolean {
  const files = Object.entries(outputs)
  if (files.length !== found.files.size) return false
  return files.every(([file, output]) => findStanding(folder, file, { output, found }) !== undefined)
}
