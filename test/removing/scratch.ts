import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { requireTimes } from '../../scripts/fetching/require-times.ts'
import { type Saved, saveSession } from '../../scripts/fetching/save-session.ts'
import type { Chat } from '../../scripts/model/chat.ts'
import type { Post } from '../../scripts/model/post.ts'

/** A project's folder with one chat, for tests that read and write. */
export function scratchArchive(chats: readonly Chat[]) {
  const root = mkdtempSync(join(tmpdir(), 'removing-'))
  const write = (path: string, data: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), data)
  }
  for (const { name, hashtags } of chats) {
    write(
      `content/${name}/chat.yaml`,
      `hashtags: ["${hashtags.join('", "')}"]\nfirst: 2010-12-03\nhosts: [host]\n`,
    )
  }
  return {
    root,
    write,
    read: (path: string) => readFileSync(join(root, path), 'utf8'),
    save: (chat: Chat, date: string, posts: readonly Post[]): Saved | undefined =>
      saveSession({
        root,
        chat,
        times: requireTimes(chat, date),
        posts,
        readTo: `${date}T14:00:00Z`,
        adopt: false,
        dryRun: false,
      }),
    /** Every file of content/ as path → text. */
    files: () => allFiles(root, 'content'),
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

export function allFiles(root: string, folder: string): Record<string, string> {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    files
      .sort()
      .map((path) => [path.slice(root.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  )
}
