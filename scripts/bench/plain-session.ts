import { escapeInline } from '../markdown/escape.ts'
import { formatRuns } from '../markdown/format-post.ts'
import type { Chat } from '../model/chat.ts'
import type { FiledPost, Segment, Session } from '../model/session.ts'
import { shownSegments } from '../model/shown.ts'
import type { SessionSummary } from '../model/summary.ts'
import { clockFor } from '../model/zone.ts'

/** A session as one markdown file with front matter, the same posts in the same order as on the archive's page. */
export function plainSession(chat: Chat, session: Session, summary: SessionSummary): string {
  const segments = shownSegments(session).filter(({ posts }) => posts.length > 0)
  const instants = segments.flatMap(({ posts }) => posts.map(({ post }) => post.at)).sort()
  const clock = clockFor(chat.zone, instants[0] ?? '', instants.at(-1) ?? '')
  const front = [
    `title: ${JSON.stringify(session.title || session.date)}`,
    `date: ${session.date}`,
    `posts: ${summary.posts}`,
    `people: ${summary.people.length}`,
  ]
  const parts = [session.summary, ...segments.map((segment) => plainSegment(segment, clock))]
  return withoutTags(`---\n${front.join('\n')}\n---\n\n${parts.filter(Boolean).join('\n\n')}\n`)
}

function plainSegment({ key, question, posts }: Segment, clock: (instant: string) => string): string {
  const heading = `## ${key.toUpperCase()}${question === '' ? '' : ` ${escapeInline(question)}`}`
  return [heading, ...posts.map((filed) => plainPost(filed, clock))].join('\n\n')
}

/** Anchor, name, handle, time with the link to the original, text, pictures. */
function plainPost({ post, anchor }: FiledPost, clock: (instant: string) => string): string {
  const { author, media, text, url } = post
  const name = `**${escapeInline(author.name)}** @${escapeInline(author.handle ?? '')}`
  const time = url === undefined ? clock(post.at) : `[${clock(post.at)}](${url})`
  const pictures = media.map(({ alt, url }) => `![${escapeInline(alt ?? '')}](<${url}>)`)
  return [`<a id="${anchor}"></a>${name} ${time}`, formatRuns(text), ...pictures].filter(Boolean).join('\n\n')
}

/** Nunjucks would run what stands in such brackets. */
function withoutTags(text: string): string {
  return text.replace(/\{(?=[{%#])/g, '&#123;')
}
