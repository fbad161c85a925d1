import { escapeInline } from '../../markdown/escape.ts'
import { formatRuns } from '../../markdown/format-post.ts'
import type { Chat } from '../../model/chat.ts'
import type { FiledPost, Segment, Session } from '../../model/session.ts'
import { saidPosts, shownSegments } from '../../model/shown.ts'
import type { SessionSummary } from '../../model/summary.ts'
import { clockFor } from '../../model/zone.ts'

type Clock = (instant: string) => string
type Told = { readonly chat: Chat; readonly session: Session; readonly summary: SessionSummary }

/** A session as one markdown file with front matter, the same posts in the same order as on the archive's page. */
export function plainSession(told: Told): string {
  const clock = clockOf(told)
  const segments = shownSegments(told.session).filter(({ posts }) => posts.length > 0)
  return file(told, [told.session.summary, ...segments.map((segment) => plainSegment(segment, clock))])
}

/** The same posts strictly as they were said. */
export function plainHour(told: Told): string {
  const clock = clockOf(told)
  return file(
    told,
    saidPosts(told.session).map((said) => plainPost(said, clock)),
  )
}

function file({ session, summary }: Told, parts: readonly string[]): string {
  const front = [
    `title: ${JSON.stringify(session.title || session.date)}`,
    `date: ${session.date}`,
    `posts: ${summary.posts}`,
    `people: ${summary.people.length}`,
  ]
  return withoutTags(`---\n${front.join('\n')}\n---\n\n${parts.filter(Boolean).join('\n\n')}\n`)
}

function clockOf({ chat, session }: Told): Clock {
  const said = saidPosts(session)
  return clockFor(chat.zone, said[0]?.at ?? '', said.at(-1)?.at ?? '')
}

function plainSegment({ key, question, posts }: Segment, clock: Clock): string {
  const heading = `## ${key.toUpperCase()}${question === '' ? '' : ` ${escapeInline(question)}`}`
  return [heading, ...posts.map((filed) => plainPost(filed, clock))].join('\n\n')
}

/** Anchor, name, handle, time with the link to the original, text, pictures. */
function plainPost({ post, anchor }: FiledPost, clock: Clock): string {
  const { author, media, text, url } = post
  const name = `**${escapeInline(author.name)}** @${escapeInline(author.handle ?? '')}`
  const time = url === undefined ? clock(post.at) : `[${clock(post.at)}](${url})`
  const pictures = media.map(({ alt, url }) => `![${escapeInline(alt ?? '')}](<${url}>)`)
  return [`<a id="${anchor}"></a>${name} ${time}`, formatRuns(text), ...pictures].filter(Boolean).join('\n\n')
}

/** Nunjucks would run what stands in such brackets, and Hugo in the others. */
function withoutTags(text: string): string {
  return text.replace(/\{(?=[{%#])/g, '&#123;')
}
