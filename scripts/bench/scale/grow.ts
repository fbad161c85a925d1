import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Change } from '../../content/transaction.ts'
import { benchChat, benchChatYaml, benchSiteYaml } from '../generate/bench-chat.ts'
import { sessionFiles } from '../generate/session-files.ts'
import { generateSession } from '../generate/session-posts.ts'
import type { Language } from '../generate/words.ts'

export type Grown = {
  readonly root: string
  readonly language: Language
  readonly seed: number
  /** Number of the chat, from 0; each has people and words of its own. */
  readonly chat: number
  /** Sessions, one a week. */
  readonly sessions: number
  /** Called after each session. */
  readonly advance: () => void
}

/** Writes one chat more into an archive's content/. */
export function growChat({ root, language, seed, chat, sessions, advance }: Grown): void {
  const name = chatName(chat)
  write(root, [
    { path: 'content/site.yaml', data: benchSiteYaml({ search: false, textFiles: false }) },
    { path: `content/${name}/chat.yaml`, data: benchChatYaml.replaceAll('"#bench"', `"#${name}"`) },
  ])
  for (let number = 0; number < sessions; number++) {
    const files = sessionFiles(generateSession(seed + 100 * chat, number, language))
    write(
      root,
      files.map(({ path, data }) => ({ path: path.replace(`/${benchChat}/`, `/${name}/`), data })),
    )
    advance()
  }
}

/** `bench`, `bench2`, `bench3`. */
export function chatName(chat: number): string {
  return chat === 0 ? benchChat : `${benchChat}${chat + 1}`
}

function write(root: string, changes: readonly Change[]): void {
  for (const { path, data = '' } of changes) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), data)
  }
}
