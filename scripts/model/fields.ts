import { createHash } from 'node:crypto'
import type { Media, Post } from './post.ts'

/** The parts of a post that a host may edit, or the network change, each on its own. */
export type FieldName = 'author' | 'text' | 'media' | 'poll' | 'quoted' | 'thread' | 'state'

type Field = {
  /** What the hash is taken of, a list; one that is empty or holds nothing but undefined has no hash. */
  readonly read: (post: Post) => readonly unknown[]
  /** The post `into` with this field of `from`. */
  readonly copy: (from: Post, into: Post) => Post
}

const fields: Record<FieldName, Field> = {
  author: {
    read: ({ author, url }) => [author.id, author.handle, author.name, url],
    copy: ({ author, url }, into) => ({ ...into, author, url }),
  },
  text: {
    read: ({ text }) =>
      text.map((run) => (typeof run === 'string' ? run : [run.url, run.target, run.display])),
    copy: ({ text }, into) => ({ ...into, text }),
  },
  media: {
    read: ({ media }) => media.map(({ kind, url, alt, width, height }) => [kind, url, alt, width, height]),
    copy: ({ media }, into) => ({ ...into, media: withFiles(media, into) }),
  },
  poll: {
    read: ({ poll }) =>
      poll === undefined ? [] : [poll.endsAt, ...poll.options.map(({ label, votes }) => [label, votes])],
    copy: ({ poll }, into) => ({ ...into, poll }),
  },
  quoted: {
    read: ({ quotes, quoted }) => [quotes, quoted && hashFields(quoted)],
    copy: ({ quotes, quoted }, into) => ({
      ...into,
      quotes,
      quoted: quoted && { ...quoted, media: withFiles(quoted.media, into.quoted) },
    }),
  },
  thread: {
    read: ({ replyTo, replyToUser, conversation, repostOf }) => [
      replyTo,
      replyToUser,
      conversation,
      repostOf,
    ],
    copy: ({ replyTo, replyToUser, conversation, repostOf }, into) => ({
      ...into,
      replyTo,
      replyToUser,
      conversation,
      repostOf,
    }),
  },
  state: {
    read: ({ lang, versions, sensitive, withheldIn }) => [
      lang,
      listed(versions),
      sensitive || undefined,
      listed(withheldIn),
    ],
    copy: ({ lang, versions, sensitive, withheldIn }, into) => ({
      ...into,
      lang,
      versions,
      sensitive,
      withheldIn,
    }),
  },
}

/** A field without a hash is empty. */
export type FieldHashes = Readonly<Partial<Record<FieldName, string>>>

export const fieldNames = Object.keys(fields) as FieldName[]

/**
 * A hash of each field that is not empty; two posts with the same hashes are the same but for id, time and
 * downloaded files.
 */
export function hashFields(post: Post): FieldHashes {
  const pairs = fieldNames.flatMap((name) => {
    const value = fields[name].read(post)
    return value.every((part) => part === undefined) ? [] : [[name, hash(value)]]
  })
  return Object.fromEntries(pairs)
}

export function copyField(name: FieldName, from: Post, into: Post): Post {
  return fields[name].copy(from, into)
}

/** Ten hexadecimal digits of a value's JSON. */
export function hash(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value) ?? '')
    .digest('hex')
    .slice(0, 10)
}

/** A picture that is already there stays there. */
function withFiles(media: readonly Media[], post: Post | undefined): Media[] {
  const findFile = (url: string) => post?.media.find((one) => one.url === url)?.file
  return media.map((one) => ({ ...one, file: findFile(one.url) }))
}

function listed(values: readonly string[]): readonly string[] | undefined {
  return values.length === 0 ? undefined : values
}
