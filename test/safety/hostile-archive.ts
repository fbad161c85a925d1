import { stringify } from 'yaml'
import { parseChat } from '../../scripts/content/chat-settings.ts'
import { parseSite } from '../../scripts/content/site-settings.ts'
import { giveAnchors } from '../../scripts/model/anchors.ts'
import type { Archive, ChatArchive } from '../../scripts/model/archive.ts'
import type { Chat } from '../../scripts/model/chat.ts'
import type { Author, Post, Run } from '../../scripts/model/post.ts'
import { Problem } from '../../scripts/model/problem.ts'
import type { FiledPost, Session } from '../../scripts/model/session.ts'
import type { Site } from '../../scripts/model/site.ts'
import { wellFormed } from '../../scripts/sources/well-formed.ts'
import { post, segment, session } from '../builders.ts'
import { reread } from './reread.ts'
import { twinIds, twinPost, twinTarget, twinText } from './twin.ts'

/** Somebody whose name is hostile, whose handle is, whose every word is, or who has no handle. */
export const people = ['name', 'handle', 'all', 'no handle'] as const
export type Who = (typeof people)[number]

export type Twins = { readonly hostile: Archive; readonly twin: Archive }

/**
 * An archive in which one text stands wherever somebody else's words, a host's words or a setting can stand,
 * and the same archive with the text's twin. Posts went through the files of the record. What the settings
 * refuse is as always; what hosts write in markdown is the same in both.
 */
export function hostileArchives(text: string, who: Who): Twins {
  const words = wellFormed(text)
  const site = hostileSite(text, who)
  const chat = hostileChat(text)
  const posts = hostilePosts(words, authorOf(who, words))
  const held = (made: readonly Post[], say: (value: string) => string) => [
    heldSession(made, { question: say(words), note: words, say }),
    session([], {
      date: '2010-12-24',
      plan: { hosts: undefined, questions: [say(words)], time: undefined, minutes: undefined },
    }),
  ]
  const idOf = twinIds()
  const twins = posts.map((one) => twinPost(one, { idOf }))
  const body = { slug: 'about', body: words }
  return {
    hostile: {
      site,
      pages: [{ ...body, title: words }],
      chats: [chatArchive(chat, held(posts, same)), ...(who === 'all' ? [other(chat)] : [])],
    },
    twin: {
      site: twinSite(site),
      pages: [{ ...body, title: twinText(words) }],
      chats: [
        chatArchive(twinChat(chat), held(twins, twinText)),
        ...(who === 'all' ? [other(twinChat(chat))] : []),
      ],
    },
  }
}

function same(value: string): string {
  return value
}

export function chatArchive(chat: Chat, sessions: readonly Session[]): ChatArchive {
  const byDate = new Map(sessions.map((one) => [one.date, one]))
  return {
    chat,
    dates: [...byDate.keys()],
    read: (date) => byDate.get(date) ?? session([], { date }),
  }
}

function other(chat: Chat): ChatArchive {
  return chatArchive({ ...chat, name: 'other' }, [])
}

function authorOf(who: Who, words: string): Author {
  const handle = words === '' ? undefined : words
  if (who === 'name') return { id: '1', handle: 'zz', name: words }
  if (who === 'handle') return { id: '1', handle, name: 'Zed Zed' }
  if (who === 'all') return { id: handle, handle, name: words }
  return { id: undefined, handle: undefined, name: words }
}

/** Each way in which a post can carry words. */
export function hostilePosts(words: string, author: Author): Post[] {
  const maybe = words === '' ? undefined : words
  const some = words === '' ? 'x' : words
  const link = { url: words, target: words, display: words }
  const shortened = { url: 'https://t.co/x', target: words, display: words }
  const media = { kind: 'photo' as const, url: words === '-' ? '' : words, file: undefined, alt: maybe, width: 1, height: 1 } // biome-ignore format: one line
  const poll = { options: [{ label: words, votes: 1 }, { label: words, votes: undefined }], endsAt: undefined } // biome-ignore format: one line
  const said = (at: string, text: readonly Run[], more: Partial<Post> = {}) =>
    post({ at, author, url: words, text: text.filter((run) => run !== ''), lang: maybe, ...more })
  const first = said('13:01:00', [words], { id: some, url: undefined })
  const linked = said('13:02:00', [words, link, words, shortened, words], { replyTo: first.id })
  const answer = said('13:03:00', [link], { replyToUser: author.id, versions: ['9', some] })
  const shown = said('13:04:00', [], { media: [media, { ...media, kind: 'video' }], poll })
  const kept = said('13:05:00', [shortened], { media: [{ ...media, file: maybe }] })
  const quoted = said('12:00:00', [words, link], { id: '5', media: [media], poll })
  const quoting = said('13:06:00', [`${words} `, link], { quotes: '5', quoted, conversation: some })
  return [first, linked, answer, shown, kept, quoting]
}

type Held = {
  readonly question: string
  readonly note: string
  readonly say: (value: string) => string
}

function heldSession(posts: readonly Post[], { question, note, say }: Held): Session {
  const anchors = giveAnchors(posts, new Map(), (instant) => instant.slice(11, 19))
  const filed = posts.map((one): FiledPost => {
    return { post: one, anchor: anchors.get(one.id) ?? '', why: 'clock', hidden: false, note: '' }
  })
  const hour = { start: '2010-12-17T13:00:00Z', end: '2010-12-17T14:00:00Z' }
  const [q1] = reread([segment('q1', filed, { ...hour, question: question.trim() })])
  const noted = (q1?.posts ?? []).map((one) => ({ ...one, note }))
  return session(
    [segment('before', []), segment('q1', noted, { ...hour, question: q1?.question ?? '', intro: note })],
    {
      title: say(note).trim(),
      summary: note,
      checked: true,
      plan: {
        hosts: [say(note)],
        questions: [say(note), say(note)],
        time: undefined,
        minutes: undefined,
      },
    },
  )
}

/** site.yaml with the text as each setting that takes it. */
function hostileSite(text: string, who: Who): Site {
  const keys = ['title', 'tagline', 'address', 'accent', 'contact']
  const accepted = keys.filter((key) => takes(() => parseSite(stringify({ [key]: text }))))
  const own = Object.fromEntries(accepted.map((key) => [key, text]))
  const address = 'https://example.org/'
  const other = {
    name: { address },
    handle: { links: 't.co', text: 'full' },
    all: { address, language: 'cy' },
    'no handle': {},
  }
  return parseSite(stringify({ ...other[who], ...own }))
}

function hostileChat(text: string): Chat {
  const settings = {
    title: text,
    hashtags: [text],
    hosts: [text],
    leave_out: [text],
    off_the_record: text,
    skip: [{ date: '2010-12-31', reason: text }],
    sessions: [{ date: '2011-01-04', hosts: [text] }],
  }
  const accepted = Object.entries(settings).filter(([key, value]) =>
    takes(() => parseChat('lgovsm', stringify({ [key]: value }))),
  )
  return parseChat('lgovsm', stringify(Object.fromEntries(accepted)))
}

/** Whether a setting takes a value. Where it does not, it says so in one line that steers no terminal. */
function takes(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    if (/^content\/[a-z/]+\.yaml:\d+: [^\n\r]+$/.test(error.message)) return false
    throw new Error(`no help: ${JSON.stringify(error.message)}`)
  }
}

function twinSite(site: Site): Site {
  const isMail = site.contact !== undefined && !/^https?:/.test(site.contact)
  return {
    ...site,
    title: twinText(site.title),
    tagline: twinText(site.tagline),
    address: site.address && 'https://example.org/',
    accent: site.accent && 'teal',
    contact: site.contact && (isMail ? 'zz@example.org' : twinTarget(site.contact)),
  }
}

function twinChat(chat: Chat): Chat {
  return {
    ...chat,
    title: twinText(chat.title),
    hashtags: chat.hashtags.map(twinText),
    hosts: chat.hosts.map(twinText),
    skip: chat.skip.map(({ date, reason }) => ({ date, reason: twinText(reason) })),
  }
}
