import { listDates } from '../content/folder.ts'
import { readFolder } from '../content/read-session.ts'
import type { Purse } from '../fetching/purse.ts'
import type { Chat } from '../model/chat.ts'
import type { Progress } from '../terminal/progress.ts'
import { askedPosts } from './asked-posts.ts'
import { openLookUp } from './open-look-up.ts'
import { recheckSession } from './recheck-session.ts'
import { sayRechecked } from './say-rechecked.ts'

/** A session to ask X about, and how many posts that is. */
export type Checkable = { readonly chat: Chat; readonly date: string; readonly posts: number }

export type RecheckOptions = {
  readonly root: string
  readonly token: string | undefined
  /** Whether to believe X where it says that most of a session is gone. */
  readonly believe: boolean
  readonly purse: Purse
  readonly progress: Progress
  /** Called with each line for the host. */
  readonly tell: (line: string) => void
  /** Called when a session is done. */
  readonly onDone?: ((session: Checkable) => void) | undefined
  readonly open?: typeof openLookUp | undefined
}

/** How many sessions are asked about each time. */
export const newestCount = 4

/** A session that has posts which X can be asked for; undefined for any other. */
export function findCheckable(root: string, chat: Chat, date: string): Checkable | undefined {
  const posts = askedPosts(readFolder(root, chat, date).session).size
  return posts === 0 ? undefined : { chat, date, posts }
}

/** The newest sessions of a chat that have posts, oldest first. */
export function newestSessions(root: string, chat: Chat): Checkable[] {
  const found: Checkable[] = []
  for (const date of listDates(root, chat.name).reverse()) {
    const session = findCheckable(root, chat, date)
    if (session) found.unshift(session)
    if (found.length === newestCount) break
  }
  return found
}

/** Asks about sessions one after another, each done with before the next. */
export async function recheckSessions(
  sessions: readonly Checkable[],
  options: RecheckOptions,
): Promise<void> {
  const { root, token, purse, believe, progress, tell, onDone, open = openLookUp } = options
  for (const session of sessions) {
    const { chat, date } = session
    progress.start(`Asking X about ${chat.hashtags[0] ?? chat.title} of ${date}`)
    const door = await open(chat, token, purse)
    try {
      const rechecked = await recheckSession({ root, chat, date, look: door.look, believe })
      progress.close()
      for (const line of sayRechecked(chat, rechecked)) tell(line)
      onDone?.(session)
    } finally {
      await door.close()
      progress.close()
    }
  }
}
