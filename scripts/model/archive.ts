import type { Chat } from './chat.ts'
import type { SentQuestions } from './sent-question.ts'
import type { Session } from './session.ts'
import type { Page, Site } from './site.ts'

/** All that a build is given. Sessions are read one at a time, when their page is made. */
export type Archive = {
  readonly site: Site
  readonly pages: readonly Page[]
  /** The host's own CSS, in every page behind the built-in one. */
  readonly style?: string
  readonly chats: readonly ChatArchive[]
}

export type ChatArchive = {
  readonly chat: Chat
  /** Local dates that have a folder, ascending. */
  readonly dates: readonly string[]
  /** Questions that were sent in; undefined for none. */
  readonly sent?: SentQuestions
  /** Throws a Problem where a file of that session cannot be understood. */
  readonly read: (date: string) => Session
}
