import { pick, type Wanted } from './fields.ts'
import { toPostShape } from './post-shape.ts'
import { problemType, type Shape } from './refusals.ts'
import type { View } from './view.ts'
import type { Media, Poll, Tweet, User } from './wire.ts'

/** A 200 of X's: partial `errors` are common, `data` may be absent. */
export type Answer = {
  readonly data?: unknown
  readonly includes?: Record<string, readonly unknown[]>
  readonly errors?: readonly unknown[]
  readonly meta?: Record<string, unknown>
}

type Given = { readonly view: View; readonly wanted: Wanted }
type Missing = { readonly parameter: string; readonly value: string; readonly kind: 'tweet' | 'user' }

/** Posts with only what was asked for, and what they refer to. */
export function answerWith(tweets: readonly Tweet[], { view, wanted }: Given): Answer {
  const has = (name: string) => wanted.expansions.has(name)
  const missing: Missing[] = []
  const tweetOf = (id: string): Tweet[] => {
    const found = view.byId.get(id)
    if (!found) missing.push({ parameter: 'referenced_tweets.id', value: id, kind: 'tweet' })
    return found ? [found] : []
  }

  const referred =
    has('referenced_tweets.id') || has('referenced_tweets.id.author_id')
      ? unique(tweets.flatMap((one) => one.referenced_tweets ?? []).map((one) => one.id)).flatMap(tweetOf)
      : []
  const earlier = has('edit_history_tweet_ids')
    ? tweets.flatMap((one) => one.edit_history_tweet_ids).flatMap((id) => view.byId.get(id) ?? [])
    : []
  const userIds = [
    ...(has('author_id') ? tweets.map((one) => one.author_id) : []),
    ...(has('in_reply_to_user_id') ? tweets.map((one) => one.in_reply_to_user_id) : []),
    ...(has('entities.mentions.username') ? tweets.flatMap(mentioned) : []),
    ...(authorsOfReferred(wanted) ? referred.map((one) => one.author_id) : []),
  ]
  const withMedia = [...tweets, ...(has('referenced_tweets.id.attachments.media_keys') ? referred : [])]
  const mediaKeys = has('attachments.media_keys')
    ? withMedia.flatMap((one) => one.attachments?.media_keys ?? [])
    : []
  const pollIds = has('attachments.poll_ids') ? tweets.flatMap((one) => one.attachments?.poll_ids ?? []) : []

  const slim = (one: Tweet) => pick(one, wanted.tweet)
  const includes = {
    users: toIncluded<User>(userIds, view.users).map((one) => pick(one, wanted.user)),
    tweets: unique([...referred, ...earlier]).map(slim),
    media: toIncluded<Media>(mediaKeys, view.media).map((one) => pick(one, wanted.media)),
    polls: toIncluded<Poll>(pollIds, view.polls).map((one) => pick(one, wanted.poll)),
  }
  const filled = Object.fromEntries(Object.entries(includes).filter(([, list]) => list.length > 0))
  return inShape(wanted.shape, {
    ...(tweets.length > 0 ? { data: tweets.map(slim) } : {}),
    ...(Object.keys(filled).length > 0 ? { includes: filled } : {}),
    ...(missing.length > 0 ? { errors: missing.map((one) => notFoundProblem(one, wanted.shape)) } : {}),
  })
}

/** The problem that stands among `errors` where a post or a person is not to be had. */
export function notFoundProblem({ parameter, value, kind }: Missing, shape: Shape): Record<string, string> {
  return {
    value,
    detail: `Could not find ${kind} with ${parameter}: [${value}].`,
    title: 'Not Found Error',
    resource_type: kind,
    parameter,
    resource_id: value,
    type: problemType('resource-not-found', shape),
  }
}

/** The problem that stands among `errors` where a post is there, but for its author's followers only. */
export function notAuthorizedProblem(
  { parameter, value, kind }: Missing,
  shape: Shape,
): Record<string, string> {
  return {
    value,
    detail: `Sorry, you are not authorized to see the ${kind === 'tweet' ? 'Tweet' : 'User'} with ${parameter}: [${value}].`,
    title: 'Authorization Error',
    resource_type: kind,
    section: 'data',
    parameter,
    resource_id: value,
    type: problemType('not-authorized-for-resource', shape),
  }
}

export function inShape(shape: Shape, answer: Answer): Answer {
  return shape === 'tweet' ? answer : (toPostShape(answer) as Answer)
}

/** 2.167 has no expansion of its own for these; `author_id` speaks for all posts there. */
function authorsOfReferred(wanted: Wanted): boolean {
  return wanted.expansions.has(wanted.shape === 'tweet' ? 'referenced_tweets.id.author_id' : 'author_id')
}

function mentioned(tweet: Tweet): (string | undefined)[] {
  return (tweet.entities?.mentions ?? []).map((one) => one.id)
}

function toIncluded<T>(ids: readonly (string | undefined)[], all: ReadonlyMap<string, T>): T[] {
  return unique(ids).flatMap((id) => (id === undefined ? [] : (all.get(id) ?? [])))
}

function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)]
}
