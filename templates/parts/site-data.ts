import type { Archive, ChatArchive } from '../../scripts/model/archive.ts'
import type { Chat } from '../../scripts/model/chat.ts'
import { type Person, peopleIn } from '../../scripts/model/people.ts'
import { noSentQuestions, type SentQuestions } from '../../scripts/model/sent-question.ts'
import type { Session } from '../../scripts/model/session.ts'
import type { Page, Site } from '../../scripts/model/site.ts'
import type { SessionSummary } from '../../scripts/model/summary.ts'
import { chatPath, homePath } from './address.ts'
import { type BlogData, blogData } from './blog/blog-data.ts'
import { styleOf } from './style.ts'
import { type Words, wordsIn } from './words.ts'

/** What every page may know. */
export type SiteData = {
  readonly site: Site
  readonly words: Words
  readonly pages: readonly Page[]
  /** Stands inside every page. */
  readonly style: string
  readonly chats: readonly ChatData[]
  /** Undefined where the site has none. */
  readonly blog: BlogData | undefined
}

/** A chat as lists see it: summaries only, never the text of its sessions. */
export type ChatData = {
  readonly chat: Chat
  /** Those with posts, or places of removed ones, oldest first. */
  readonly sessions: readonly SessionSummary[]
  /** Those that are only planned yet, oldest first. */
  readonly planned: readonly SessionSummary[]
  /** A to Z. */
  readonly people: readonly Person[]
  /** Questions that were sent in. */
  readonly sent: SentQuestions
}

/** What one session's pages are made from. */
export type SessionData = {
  readonly chat: ChatData
  readonly summary: SessionSummary
  readonly previous: SessionSummary | undefined
  readonly following: SessionSummary | undefined
  /** Differs where anything differs that its text was read from; '' where nobody can say. */
  readonly id: string
  readonly read: () => Session
}

export type ChatSummaries = {
  readonly chat: Chat
  readonly summaries: readonly SessionSummary[]
  readonly sent?: SentQuestions | undefined
}

/** Everything that is the same on all pages; frozen, so that Eleventy hands it on without copying it. */
export function siteData(
  { site, pages, style }: Pick<Archive, 'site' | 'pages' | 'style'>,
  chats: readonly ChatSummaries[],
): SiteData {
  const data = chats.map(chatData)
  return Object.freeze({
    site,
    words: wordsIn(site.language),
    pages,
    style: styleOf(site.accent, style),
    chats: data,
    blog: blogData({ site, chats: data, style }),
  })
}

function chatData({ chat, summaries, sent = noSentQuestions }: ChatSummaries): ChatData {
  const sessions = summaries.filter(hasPage)
  const planned = summaries.filter((summary) => !hasPage(summary))
  return Object.freeze({ chat, sessions, planned, people: peopleIn(sessions), sent })
}

/**
 * An address stays, even where every post was removed. Answers that were sent in beforehand wait for their session,
 * unless its host has read it over.
 */
function hasPage({ posts, removed = 0, sent = 0, checked }: SessionSummary): boolean {
  return posts + removed > (checked ? 0 : sent)
}

/** How a session is read, and known again without being read. */
export type SessionSource = {
  readonly read: ChatArchive['read']
  readonly idOf: (date: string) => string
}

/** One item a session that has a page. */
export function sessionData(chat: ChatData, { read, idOf }: SessionSource): SessionData[] {
  return chat.sessions.map((summary, index) =>
    Object.freeze({
      chat,
      summary,
      previous: chat.sessions[index - 1],
      following: chat.sessions[index + 1],
      id: idOf(summary.date),
      read: () => read(summary.date),
    }),
  )
}

/** The way back from a page below a chat. */
export function chatTrail({ site }: SiteData, { chat }: ChatData): { path: string; text: string }[] {
  return [
    { path: homePath, text: site.title },
    { path: chatPath(chat.name), text: chat.title },
  ]
}
