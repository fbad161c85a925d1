import { barePost } from '../scripts/model/bare-post.ts'
import type { Chat } from '../scripts/model/chat.ts'
import type { Author, Post, Run } from '../scripts/model/post.ts'
import type { FiledPost, Segment, Session } from '../scripts/model/session.ts'

type PostOptions = Partial<Omit<Post, 'at' | 'author' | 'text'>> & {
  /** `13:02:11` on 17 December 2010, or a whole instant. */
  readonly at?: string
  /** Handle. */
  readonly by?: string
  readonly author?: Author
  readonly text?: string | readonly Run[]
}

/** A post with defaults, so that a test shows only what matters. */
export function post(options: PostOptions = {}): Post {
  const { at = '13:00:00', by = 'sam', text = 'Hello', author, ...rest } = options
  const instant = at.includes('T') ? at : `2010-12-17T${at}Z`
  const bare = barePost({
    id: idAt(instant),
    at: instant,
    author: author ?? { id: `u-${by}`, handle: by, name: by },
    text: typeof text === 'string' ? (text === '' ? [] : [text]) : text,
  })
  return { ...bare, url: `https://x.com/${by}/status/${rest.id ?? idAt(instant)}`, ...rest }
}

type SentOptions = PostOptions & { readonly name?: string }

/** An answer that was sent in from off the network. */
export function sentIn({ name = 'Anonymous', ...options }: SentOptions = {}): Post {
  const author = { id: undefined, handle: undefined, name }
  return post({ id: 'email:ab12cd34', url: undefined, author, ...options })
}

/** The smallest X id of an instant; valid from November 2010 on. */
export function idAt(instant: string): string {
  return String((BigInt(Date.parse(instant)) - 1288834974657n) << 22n)
}

export function filed(item: Post, options: Partial<FiledPost> = {}): FiledPost {
  const anchor = item.at.slice(11, 19).replaceAll(':', '')
  return { post: item, anchor, why: 'clock', hidden: false, note: '', ...options }
}

export function segment(key: string, posts: readonly FiledPost[], options: Partial<Segment> = {}): Segment {
  return { key, question: '', start: undefined, end: undefined, intro: '', posts, ...options }
}

export function session(segments: readonly Segment[], options: Partial<Session> = {}): Session {
  return {
    date: '2010-12-17',
    title: '',
    summary: '',
    checked: false,
    readTo: undefined,
    found: undefined,
    plan: { hosts: undefined, questions: undefined, time: undefined, minutes: undefined },
    segments,
    ...options,
  }
}

export function chat(options: Partial<Chat> = {}): Chat {
  return {
    name: 'lgovsm',
    title: '#lgovsm',
    hashtags: ['#lgovsm'],
    zone: 'Europe/London',
    weekday: 5,
    time: '13:00',
    minutes: 60,
    questions: 3,
    hosts: [],
    first: '2010-12-03',
    skip: [],
    oneOffs: [],
    window: { before: 60, after: [0, 60, 1440] },
    leaveOut: [],
    replies: false,
    offTheRecord: '#offtherecord',
    media: undefined,
    sample: false,
    ...options,
  }
}
