import type { Ask } from '../../mirrors/tumblr/ask.ts'
import { formatInstant } from '../../model/instant.ts'
import { questionNumber, type SegmentKey } from '../../model/session.ts'
import type { Door, InboxSource } from '../collect.ts'
import type { Incoming, Tag } from '../item.ts'
import { hashOf } from '../item-files.ts'
import { takeName, tidy } from '../named-text.ts'
import { findTag, takeTag } from '../tag.ts'
import { type Note, notes, type Submission, submissions } from './tumblr-answers.ts'

/** A post on the blog that is a session of a chat, or a part of one. */
export type MirroredPost = {
  readonly id: string
  readonly chat: string
  readonly date: string
  /** Which part: `all`, `q1`, `q1-2`. */
  readonly part: string
}

export type TumblrSource = {
  readonly ask: Ask
  /** Name of the blog. */
  readonly blog: string
  /** Names of the chats that there are. */
  readonly chats: readonly string[]
  /** Those whose replies are read. */
  readonly posts: readonly MirroredPost[]
}

/** Pages of one list that are read; more than that nobody sends to a chat in a week. */
const mostPages = 20

/** What was sent in to the blog, and what was said under the posts that sessions are copied to. */
export function tumblrSource(source: TumblrSource): InboxSource {
  return {
    name: `Tumblr, ${source.blog}`,
    read: async (door) => {
      await readSubmissions(source, door)
      for (const post of source.posts) await readNotes(source, post, door)
    },
  }
}

/** To the end each time: a run that died may have read the first page only. */
async function readSubmissions({ ask, blog, chats }: TumblrSource, { take }: Door): Promise<void> {
  let offset = 0
  for (let page = 0; page < mostPages; page++) {
    const { posts } = await ask((client) => client.blogSubmissions(blog, { offset }), submissions)
    for (const one of posts) {
      const incoming = fromSubmission(one, chats)
      if (incoming) take(incoming)
    }
    if (posts.length === 0) return
    offset += posts.length
  }
}

async function readNotes({ ask, blog }: TumblrSource, post: MirroredPost, { take }: Door): Promise<void> {
  let query: Record<string, string> = { id: post.id, mode: 'conversation' }
  for (let page = 0; page < mostPages; page++) {
    const found = await ask((client) => client.getRequest(`/v2/blog/${blog}/notes`, query), notes)
    for (const note of found.notes) {
      const incoming = note.blog_name === blog ? undefined : fromNote(note, post)
      if (incoming) take(incoming)
    }
    const next = found._links?.next?.query_params
    if (!next) return
    query = { ...query, ...next }
  }
}

function fromSubmission(one: Submission, chats: readonly string[]): Incoming | undefined {
  const id = one.id_string ?? (one.id === undefined ? undefined : String(one.id))
  if (id === undefined) return undefined
  const blocks = one.content.map((block) => block.text)
  const words = blocks.length > 0 ? blocks.join('\n\n') : withoutMarkup(one.body ?? '')
  const first = takeTag(words, chats)
  const said = [one.title ?? '', ...one.tags].flatMap((part) => findTag(part, chats) ?? [])
  const [only] = chats
  // The page of a blog is called "Ask", and whoever says nothing else does.
  const asked = chats.length === 1 && only !== undefined ? question(only) : undefined
  return {
    network: 'tumblr',
    sourceIds: [`submission ${id}`],
    at: formatInstant(one.timestamp * 1000),
    tag: said[0] ?? first.tag ?? asked,
    ...takeName(tidy(first.text)),
    sender: (one.post_author ?? one.author ?? one.anonymous_email)?.toLowerCase(),
    consent: 'sent in',
    doubts: [],
  }
}

function question(chat: string): Tag {
  return { chat, date: undefined, key: undefined, isQuestion: true }
}

/** Replies have no id of their own. */
function fromNote(note: Note, { id, chat, date, part }: MirroredPost): Incoming | undefined {
  const words = tidy(note.type === 'reply' ? (note.reply_text ?? '') : (note.added_text ?? ''))
  if (words === '' || (note.type !== 'reply' && note.type !== 'reblog')) return undefined
  const own = hashOf(JSON.stringify([note.blog_name, note.timestamp, words]))
  return {
    network: 'tumblr',
    sourceIds: [note.post_id === undefined ? `${note.type} ${id} ${own}` : `reblog ${note.post_id}`],
    at: formatInstant(note.timestamp * 1000),
    tag: { chat, date, key: keyOf(part, words), isQuestion: false },
    ...takeName(words),
    sender: note.blog_name?.toLowerCase(),
    consent: 'public',
    doubts: [],
  }
}

/** The question whose part it stands under, or the one that it names: "A2 …". */
function keyOf(part: string, words: string): SegmentKey | undefined {
  const named = /^\s*[AQ]\s?\.?\s?([1-9]\d?)(?!\p{L}|\d)/iu.exec(words)?.[1]
  if (named !== undefined) return `q${named}`
  const key = part.split('-')[0] ?? ''
  return questionNumber(key) === undefined ? undefined : key
}

function withoutMarkup(html: string): string {
  return html
    .replace(/<br\s*\/?>|<\/p>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
