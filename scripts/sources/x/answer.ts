import { z } from 'zod'
import { list, maybe, text, word } from '../lenient.ts'

/*
 * X's answers, read generously: unknown fields and null are passed over, a broken part that a post can do
 * without counts as absent, and both generations of names (`tweet`, and `post` since August 2026) become one.
 * Every string is well formed from here on.
 */

const urlEntity = z.object({
  start: z.number().int(),
  end: z.number().int(),
  url: text,
  expanded_url: maybe(text),
  display_url: maybe(text),
})
/** Offsets are code points into the escaped text, end exclusive. */
export type UrlEntity = z.output<typeof urlEntity>

/** Present means that X looked for links, even where it found none. */
const entities = z.object({ urls: list(urlEntity) })
const note = z.object({ text, entities: maybe(entities) })
const reference = z.object({ type: word, id: word })
const withheld = z.object({ country_codes: list(word), copyright: maybe(z.boolean()) }).transform((raw) => ({
  // X's own code for what a copyright complaint took down everywhere.
  country_codes: raw.copyright === true && raw.country_codes.length === 0 ? ['XY'] : raw.country_codes,
}))

const post = z
  .object({
    id: word,
    text,
    author_id: maybe(word),
    username: maybe(word),
    created_at: maybe(text),
    conversation_id: maybe(word),
    in_reply_to_user_id: maybe(word),
    referenced_tweets: maybe(list(reference)),
    referenced_posts: maybe(list(reference)),
    entities: maybe(entities),
    note_tweet: maybe(note),
    note_post: maybe(note),
    attachments: maybe(z.object({ media_keys: list(word), poll_ids: list(word) })),
    lang: maybe(word),
    edit_history_tweet_ids: maybe(list(word)),
    edit_history_post_ids: maybe(list(word)),
    possibly_sensitive: maybe(z.boolean()),
    withheld: maybe(withheld),
  })
  .transform((raw) => ({
    id: raw.id,
    text: raw.text,
    authorId: raw.author_id,
    username: raw.username,
    createdAt: raw.created_at,
    conversationId: raw.conversation_id,
    inReplyToUserId: raw.in_reply_to_user_id,
    references: nonEmpty(raw.referenced_tweets, raw.referenced_posts),
    entities: raw.entities,
    note: raw.note_tweet ?? raw.note_post,
    mediaKeys: raw.attachments?.media_keys ?? [],
    pollIds: raw.attachments?.poll_ids ?? [],
    lang: raw.lang,
    /** Oldest first; holds at least the post's own id. */
    versions: withOwn(nonEmpty(raw.edit_history_tweet_ids, raw.edit_history_post_ids), raw.id),
    sensitive: raw.possibly_sensitive ?? false,
    withheldIn: raw.withheld?.country_codes ?? [],
  }))
export type XPost = z.output<typeof post>

const user = z
  .object({
    id: word,
    name: maybe(text),
    username: maybe(word),
    protected: maybe(z.boolean()),
    withheld: maybe(withheld),
  })
  .transform((raw) => ({
    id: raw.id,
    name: raw.name ?? '',
    username: raw.username,
    isProtected: raw.protected ?? false,
    withheldIn: raw.withheld?.country_codes ?? [],
  }))
export type XUser = z.output<typeof user>

const media = z.object({
  media_key: text,
  type: maybe(text),
  url: maybe(text),
  preview_image_url: maybe(text),
  alt_text: maybe(text),
  width: maybe(z.number().int().positive()),
  height: maybe(z.number().int().positive()),
})
export type XMedia = z.output<typeof media>

const poll = z.object({
  id: text,
  options: list(z.object({ position: maybe(z.number()), label: text, votes: maybe(z.number().int()) })),
  end_datetime: maybe(text),
})
export type XPoll = z.output<typeof poll>

/** A problem of a part of the answer, or of all of it where there is neither data nor meta. */
export const problem = z.object({
  type: maybe(text),
  title: maybe(text),
  detail: maybe(text),
  message: maybe(text),
  reason: maybe(text),
  /** What was asked for and is not given, and by which parameter. */
  parameter: maybe(text),
  value: maybe(text),
  resource_id: maybe(text),
})
export type XProblem = z.output<typeof problem>

const includes = z
  .object({ users: list(user), tweets: list(post), posts: list(post), media: list(media), polls: list(poll) })
  .transform((raw) => ({
    users: raw.users,
    posts: [...raw.tweets, ...raw.posts],
    media: raw.media,
    polls: raw.polls,
  }))

/** One page of a search, or one post looked up: `data` is then an object. */
export const answer = z
  .object({
    data: z.union([z.array(post), post.transform((one) => [one])]).nullish(),
    includes: maybe(includes),
    errors: list(problem),
    meta: maybe(z.object({ next_token: maybe(text), result_count: maybe(z.number()) })),
  })
  .transform((raw) => ({
    posts: raw.data ?? [],
    includes: raw.includes ?? { users: [], posts: [], media: [], polls: [] },
    problems: raw.errors,
    nextToken: raw.meta?.next_token,
    /** Neither posts nor the word that there are none. */
    isEmpty: raw.data == null && raw.meta === undefined,
  }))
export type Answer = z.output<typeof answer>

function nonEmpty<T>(first: readonly T[] | undefined, second: readonly T[] | undefined): readonly T[] {
  return first !== undefined && first.length > 0 ? first : (second ?? [])
}

function withOwn(versions: readonly string[], id: string): readonly string[] {
  return versions.includes(id) ? versions : [...versions, id]
}
