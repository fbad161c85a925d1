import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { requireTimes } from '../../scripts/fetching/require-times.ts'
import { saveSession } from '../../scripts/fetching/save-session.ts'
import type { Chat } from '../../scripts/model/chat.ts'
import type { Post } from '../../scripts/model/post.ts'

export type ScratchSession = {
  readonly root: string
  readonly save: (posts: readonly Post[]) => void
  readonly read: (name: string) => string
  readonly write: (name: string, text: string) => void
  /** File → text. */
  readonly files: () => Readonly<Record<string, string>>
  readonly remove: () => void
}

/** The session of 17 December 2010 in a folder of its own. */
export function scratchSession(chat: Chat, posts: readonly Post[]): ScratchSession {
  const root = mkdtempSync(join(tmpdir(), 'review-'))
  const folder = join(root, 'content', chat.name, '2010-12-17')
  mkdirSync(join(root, 'content', chat.name), { recursive: true })
  const times = requireTimes(chat, '2010-12-17')
  const readTo = '2010-12-18T14:00:00Z'
  const save = (upstream: readonly Post[]) =>
    void saveSession({ root, chat, times, posts: upstream, readTo, adopt: false, dryRun: false })
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  save(posts)
  return {
    root,
    save,
    read,
    write: (name, text) => writeFileSync(join(folder, name), text),
    files: () => Object.fromEntries(readdirSync(folder).map((name) => [name, read(name)])),
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}
