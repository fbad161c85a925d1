import { listFolder, sessionFolder } from '../content/folder.ts'
import { readFolder, type SessionFolder, withWishes } from '../content/read-session.ts'
import type { Change } from '../content/transaction.ts'
import { sessionChanges } from '../content/write-session.ts'
import type { Chat } from '../model/chat.ts'
import { emptyLedger } from '../model/ledger.ts'
import type { Session } from '../model/session.ts'
import type { FetchedPicture } from './fetch-pictures.ts'
import { isPictureName } from './picture-name.ts'
import { type Files, presentFiles, type WantedPicture, wantedPictures, withFiles } from './wanted-pictures.ts'

/** A session's folder as it stands, and the pictures that it is in want of. */
export type SessionPictures = {
  readonly chat: Chat
  readonly stored: SessionFolder
  readonly session: Session
  /** Relative to the root. */
  readonly folder: string
  /** Names in that folder. */
  readonly names: readonly string[]
  readonly present: Files
  readonly wanted: readonly WantedPicture[]
}

/** Throws a Problem where the session's folder cannot be understood. */
export function readPictures(root: string, chat: Chat, date: string): SessionPictures {
  const stored = readFolder(root, chat, date)
  const session = withWishes(stored)
  const folder = `${sessionFolder(chat.name, date)}/media`
  const names = listFolder(root, folder)
  const present = presentFiles(session, new Set(names))
  return { chat, stored, session, folder, names, present, wanted: wantedPictures(session, present) }
}

/** The pictures that came, the posts with their names, and away with those that no file speaks of any more. */
export function pictureChanges(pictures: SessionPictures, fetched: readonly FetchedPicture[]): Change[] {
  const { folder, names, stored } = pictures
  const added = fetched.map(({ url, stem, ending, bytes }) => ({ url, name: `${stem}.${ending}`, bytes }))
  const posts = postChanges(pictures, new Map(added.map(({ url, name }) => [url, name])))
  const files = new Map<string, Change['data']>(stored.files)
  for (const { path, data } of posts) files.set(path, data)
  const texts = [...files.values()].filter((data) => typeof data === 'string')
  const strays = names.filter(
    (name) =>
      isPictureName(name) &&
      !added.some((one) => one.name === name) &&
      !texts.some((text) => text.includes(`media/${name}`)),
  )
  return [
    ...added.map(({ name, bytes }) => ({ path: `${folder}/${name}`, data: bytes })),
    ...posts,
    ...strays.map((name) => ({ path: `${folder}/${name}`, data: undefined })),
  ]
}

function postChanges({ chat, stored, session, names, present }: SessionPictures, added: Files): Change[] {
  const files = new Map([...present, ...added])
  const filed = withFiles(session, files, new Set([...names, ...added.values()]))
  if (JSON.stringify(filed) === JSON.stringify(session)) return []
  // File names are in no hash: the ledger stays as it is.
  const changes = sessionChanges(chat, { session: filed, ledger: stored.ledger ?? emptyLedger }, stored)
  return changes.filter(({ path }) => path.endsWith('.md'))
}
