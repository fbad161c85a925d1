import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Incoming } from '../../scripts/inbox/item.ts'
import { Interrupted } from '../../scripts/terminal/interrupted.ts'

/** A project's folder with the chat #lgovsm, for tests that read and write. */
export function scratchInbox(files: Readonly<Record<string, string>> = {}) {
  const root = mkdtempSync(join(tmpdir(), 'inbox-'))
  const write = (path: string, data: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), data)
  }
  write('content/lgovsm/chat.yaml', 'first: 2010-12-03\nhosts: [host]\n')
  write(
    'content/lgovsm/2010-12-17/index.md',
    '---\ntitle: ""\nchecked: yes\nquestions:\n  - What works?\n  - What fails?\n  - What next?\n---\n',
  )
  for (const [path, text] of Object.entries(files)) write(path, text)
  return {
    root,
    write,
    read: (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : ''),
    /** Every file below a folder as path → text. */
    files: (folder: string) => filesBelow(root, folder),
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

export type ScratchInbox = ReturnType<typeof scratchInbox>

function filesBelow(root: string, folder: string): Record<string, string> {
  if (!existsSync(join(root, folder))) return {}
  const found = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
  const paths = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const named = paths.sort().map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')] as const)
  return Object.fromEntries(named)
}

/** Something that came in, with defaults, so that a test shows only what matters. */
export function incoming(options: Partial<Incoming> = {}): Incoming {
  return {
    network: 'email',
    sourceIds: ['<1@example.org>'],
    at: '2010-12-18T09:00:00Z',
    tag: { chat: 'lgovsm', date: '2010-12-17', key: 'q2', isQuestion: false },
    name: 'Ann',
    text: 'Snow maps.',
    sender: 'ann.secret@example.org',
    consent: 'sent in',
    doubts: [],
    ...options,
  }
}

/** The end of a host's stock of answers is no failure. */
export async function untilStopped(work: Promise<void>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof Interrupted)) throw error
  })
}
