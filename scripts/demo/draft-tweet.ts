import { toMedia, toPoll } from './attached.ts'
import type { Placed, Version } from './placed.ts'
import { idOf } from './snowflake.ts'
import { type Surroundings, toText } from './tweet-text.ts'
import type { Media, Poll, Reference, Tweet } from './wire.ts'

/** One post and all that hangs on it, as X would keep it. */
export type Drafted = {
  readonly versions: readonly Version[]
  readonly media: readonly Media[]
  readonly polls: readonly Poll[]
}

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
  const answered = answeredUser(post, around)
  const attachments = {
    ...(media.length > 0 ? { media_keys: media.map((item) => item.media_key) } : {}),
    ...(polls.length > 0 ? { poll_ids: polls.map((item) => item.id) } : {}),
  }
  const references = toReferences(post, around)
  return {
    id,
    ...toText(post, { id, text, media, around }),
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
    ...(answered === undefined ? {} : { in_reply_to_user_id: answered }),
    ...post.raw,
  }
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

/** X still knows whom a reply answers when the post it answered is gone. */
function answeredUser(post: Placed, { find, users }: Surroundings): string | undefined {
  if (post.to === undefined) return undefined
  const [, handle] = /^@(\w+)/.exec(post.text) ?? []
  return find(post.to)?.author.id ?? users.get(handle?.toLowerCase() ?? '')?.id
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
