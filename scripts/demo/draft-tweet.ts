import type { Placed, Version } from './archive.ts'
import { mark, type Wrapped } from './entities.ts'
import type { Picture } from './sample-post.ts'
import { idOf } from './snowflake.ts'
import type { Media, Poll, Reference, Tweet, User } from './wire.ts'

/** One post and all that hangs on it, as X would keep it. */
export type Drafted = {
  readonly versions: readonly Version[]
  readonly media: readonly Media[]
  readonly polls: readonly Poll[]
}

type Surroundings = {
  readonly find: (reference: string) => Placed | undefined
  /** By lower-case handle. */
  readonly users: ReadonlyMap<string, User>
  readonly mediaUrl: (file: string) => string
}

/** Longer texts are cut, and stand whole in note_tweet. Code points. */
const longest = 280

export function draftTweet(post: Placed, around: Surroundings): Drafted {
  const media = post.pictures.map((picture, n) => toMedia(post, { picture, n, mediaUrl: around.mediaUrl }))
  const polls = post.poll ? [toPoll(post, post.poll)] : []
  const texts = post.edited ? [post.text, post.edited.text] : [post.text]
  const starts = [post.at, ...(post.edited ? [post.edited.at] : [])].map((at) => Date.parse(at))
  const versions = post.ids.map((id, n) => ({
    tweet: toTweet(post, { id, text: texts[n] ?? '', media, polls, around }),
    from: starts[n] ?? 0,
    editedAt: starts[n + 1] ?? Number.POSITIVE_INFINITY,
    deletedAt: post.deleted ? Date.parse(post.deleted) : Number.POSITIVE_INFINITY,
  }))
  return { versions, media, polls }
}

type Parts = {
  readonly id: string
  readonly text: string
  readonly media: readonly Media[]
  readonly polls: readonly Poll[]
  readonly around: Surroundings
}

function toTweet(post: Placed, { id, text, media, polls, around }: Parts): Tweet {
  const parent = post.to === undefined ? undefined : around.find(post.to)
  const attachments = {
    ...(media.length > 0 ? { media_keys: media.map((item) => item.media_key) } : {}),
    ...(polls.length > 0 ? { poll_ids: polls.map((item) => item.id) } : {}),
  }
  const references = toReferences(post, around)
  return {
    id,
    ...toText(post, { id, text, media, polls, around }),
    author_id: post.author.id,
    created_at: `${(id === post.ids[0] ? post.at : (post.edited?.at ?? post.at)).slice(0, 19)}.000Z`,
    conversation_id: rootOf(post, around),
    lang: post.lang,
    possibly_sensitive: false,
    reply_settings: 'everyone',
    edit_history_tweet_ids: post.ids,
    edit_controls: {
      is_edit_eligible: post.to === undefined,
      editable_until: `${new Date(Date.parse(post.at) + 3_600_000).toISOString()}`,
      edits_remaining: 5 - (post.ids.length - 1),
    },
    public_metrics: toMetrics(post),
    ...(Object.keys(attachments).length > 0 ? { attachments } : {}),
    ...(references.length > 0 ? { referenced_tweets: references } : {}),
    ...(parent ? { in_reply_to_user_id: parent.author.id } : {}),
    ...post.raw,
  }
}

function toText(
  post: Placed,
  { id, text, media, around }: Parts,
): Pick<Tweet, 'text' | 'entities' | 'note_tweet'> {
  const quoted = post.quotes === undefined ? undefined : around.find(post.quotes)
  const trailing: Wrapped[] = [
    ...(quoted ? [wrap(`https://x.com/${quoted.by}/status/${quoted.ids.at(-1)}`)] : []),
    ...media.map((item) => wrapPicture(post, item)),
  ]
  const marking = { wrap, userId: (handle: string) => around.users.get(handle.toLowerCase())?.id, trailing }
  const whole = mark(text, marking)
  const entities = whole.entities ? { entities: whole.entities } : {}
  if ([...text].length <= longest) return { text: whole.text, ...entities }

  const more = wrap(`https://x.com/i/web/status/${id}`)
  const cut = mark(`${cutAtWord(text)}…`, { ...marking, trailing: [more, ...trailing] })
  return {
    text: cut.text,
    ...(cut.entities ? { entities: cut.entities } : {}),
    note_tweet: { text: whole.text, ...entities },
  }
}

function cutAtWord(text: string): string {
  const start = [...text].slice(0, longest - 26).join('')
  return start.replace(/\s+\S*$/, '')
}

function toReferences(post: Placed, { find }: Surroundings): Reference[] {
  const kinds = [
    ['retweeted', post.retweets],
    ['quoted', post.quotes],
    ['replied_to', post.to],
  ] as const
  return kinds.flatMap(([type, reference]) =>
    reference === undefined ? [] : [{ type, id: idFor(reference, { post, find }) }],
  )
}

/** The version that stood when the post was said; an id that nobody has where it is gone. */
function idFor(reference: string, { post, find }: { post: Placed; find: Surroundings['find'] }): string {
  if (reference === 'gone') return idOf(post.at.replace(/..Z$/, '00Z'), 499)
  const found = find(reference)
  if (!found) return reference
  return (found.edited && found.edited.at <= post.at ? found.ids.at(-1) : found.ids[0]) ?? reference
}

function rootOf(post: Placed, around: Surroundings): string {
  let root = post
  const seen = new Set([post])
  while (root.to !== undefined) {
    const parent = around.find(root.to)
    if (!parent || seen.has(parent)) return idFor(root.to, { post: root, find: around.find })
    seen.add(parent)
    root = parent
  }
  return root.ids[0] ?? ''
}

/** Made from the target, so that one address has one short form. */
function wrap(target: string): Wrapped {
  const display = target.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')
  return {
    url: `https://t.co/${code(target)}`,
    expanded_url: target,
    display_url: [...display].length > 27 ? `${[...display].slice(0, 26).join('')}…` : display,
  }
}

function wrapPicture(post: Placed, item: Media): Wrapped {
  const target = `https://x.com/${post.by}/status/${post.ids[0]}/${item.type === 'photo' ? 'photo' : 'video'}/1`
  return {
    url: `https://t.co/${code(target)}`,
    expanded_url: target,
    display_url: `pic.x.com/${code(target)}`,
    media_key: item.media_key,
  }
}

/** Ten letters and digits, always the same for an address (FNV-1a, 64 bits). */
function code(target: string): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(target))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  return hash.toString(36).padStart(10, '0').slice(-10)
}

function toMedia(
  post: Placed,
  shown: { picture: Picture; n: number; mediaUrl: (file: string) => string },
): Media {
  const { picture, n, mediaUrl } = shown
  const still = mediaUrl(picture.file)
  const number = { photo: 3, animated_gif: 16, video: 7 }[picture.kind]
  return {
    media_key: `${number}_${BigInt(post.ids[0] ?? 0) + BigInt(n) + 1n}`,
    type: picture.kind,
    ...(picture.kind === 'photo' ? { url: still } : { preview_image_url: still }),
    ...(picture.kind === 'photo'
      ? {}
      : { variants: [{ bit_rate: 0, content_type: 'video/mp4', url: still.replace(/\.\w+$/, '.mp4') }] }),
    ...(picture.alt === undefined ? {} : { alt_text: picture.alt }),
    width: picture.width,
    height: picture.height,
  }
}

function toPoll(post: Placed, poll: NonNullable<Placed['poll']>): Poll {
  return {
    id: String(BigInt(post.ids[0] ?? 0) + 77n),
    options: poll.options.map((option, n) => ({ position: n + 1, ...option })),
    duration_minutes: poll.minutes,
    end_datetime: new Date(Date.parse(post.at) + poll.minutes * 60_000).toISOString(),
  }
}

/** Modest numbers, always the same for a post. */
function toMetrics(post: Placed): Record<string, number> {
  const seed = Number(BigInt(post.ids[0] ?? 0) % 9973n)
  return {
    retweet_count: seed % 4,
    reply_count: seed % 3,
    like_count: seed % 7,
    quote_count: seed % 2,
    bookmark_count: seed % 2,
    impression_count: 80 + seed,
  }
}
