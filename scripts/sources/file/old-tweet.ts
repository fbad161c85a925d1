import { z } from 'zod'
import { maybe } from '../lenient.ts'
import type { UrlEntity } from '../x/answer.ts'
import { findExactInstant } from './when.ts'

/*
 * Tweets of the API before 2021, as twarc 1, TAGS and X's own archives keep them. Read into the shape of
 * today's answers; offsets are code points here too, and numbers may be written as strings.
 */

const urlEntity = z.object({
  url: z.string(),
  expanded_url: maybe(z.string()),
  display_url: maybe(z.string()),
  indices: z.tuple([z.coerce.number(), z.coerce.number()]),
})
const oldEntities = z.object({ urls: maybe(z.array(urlEntity)), media: maybe(z.array(urlEntity)) })

type OldEntities = z.output<typeof oldEntities>

const size = z.object({ w: z.coerce.number(), h: z.coerce.number() })
const media = z.object({
  id_str: z.string(),
  type: z.string(),
  media_url_https: maybe(z.string()),
  ext_alt_text: maybe(z.string()),
  sizes: maybe(z.object({ large: maybe(size) })),
})
const user = z.object({
  id_str: z.string(),
  name: maybe(z.string()),
  screen_name: maybe(z.string()),
  protected: maybe(z.boolean()),
})

const oldTweet = z.object({
  id_str: z.string(),
  full_text: maybe(z.string()),
  text: maybe(z.string()),
  extended_tweet: maybe(z.object({ full_text: z.string(), entities: maybe(oldEntities) })),
  created_at: maybe(z.string()),
  lang: maybe(z.string()),
  user: maybe(user),
  entities: maybe(oldEntities),
  extended_entities: maybe(z.object({ media: maybe(z.array(media)) })),
  in_reply_to_status_id_str: maybe(z.string()),
  in_reply_to_user_id_str: maybe(z.string()),
  quoted_status_id_str: maybe(z.string()),
  quoted_status: maybe(z.unknown()),
  retweeted_status: maybe(z.unknown()),
  possibly_sensitive: maybe(z.boolean()),
  withheld_in_countries: maybe(z.array(z.string())),
})
type OldTweet = z.output<typeof oldTweet>

/** An answer of today's API around one old tweet, with what it quotes or repeats beside it. */
export function fromOldTweet(value: unknown): unknown {
  const read = oldTweet.safeParse(value)
  if (!read.success) return undefined
  const beside = [read.data.quoted_status, read.data.retweeted_status].flatMap((other) => {
    const inner = oldTweet.safeParse(other)
    return inner.success ? [inner.data] : []
  })
  const all = [read.data, ...beside]
  return {
    data: toPostShape(read.data),
    includes: {
      users: all.flatMap((tweet) => toUserShape(tweet)),
      tweets: beside.map(toPostShape),
      media: all.flatMap(mediaOf).map(toMediaShape),
    },
  }
}

function toPostShape(tweet: OldTweet): unknown {
  const entities = tweet.extended_tweet?.entities ?? tweet.entities
  const repeated = oldTweet.safeParse(tweet.retweeted_status)
  return {
    id: tweet.id_str,
    text: tweet.extended_tweet?.full_text ?? tweet.full_text ?? tweet.text,
    author_id: tweet.user?.id_str,
    created_at: findExactInstant(tweet.created_at ?? ''),
    lang: tweet.lang,
    in_reply_to_user_id: tweet.in_reply_to_user_id_str,
    referenced_tweets: [
      ...toReference('replied_to', tweet.in_reply_to_status_id_str),
      ...toReference('quoted', tweet.quoted_status_id_str),
      ...toReference('retweeted', repeated.data?.id_str),
    ],
    entities: toEntityShape(entities),
    attachments: { media_keys: mediaOf(tweet).map(keyOf) },
    possibly_sensitive: tweet.possibly_sensitive,
    withheld: { country_codes: tweet.withheld_in_countries },
  }
}

/** Links and the addresses of pictures, as today's answers list both among the urls. */
function toEntityShape(entities: OldEntities | undefined): unknown {
  return entities === undefined ? undefined : { urls: toUrls(entities) }
}

function toUrls(entities: OldEntities): UrlEntity[] {
  const urls = [...(entities.urls ?? []), ...(entities.media ?? [])]
  return urls.map(({ indices: [start, end], ...url }) => ({ start, end, ...url }))
}

/** The links in TAGS' column of entities, which is JSON; undefined where it is empty or cut. */
export function parseUrls(json: string): UrlEntity[] | undefined {
  try {
    return toUrls(oldEntities.parse(JSON.parse(json)))
  } catch {
    return undefined
  }
}

function toReference(type: string, id: string | undefined): unknown[] {
  return id === undefined ? [] : [{ type, id }]
}

function toUserShape({ user }: OldTweet): unknown[] {
  if (user === undefined) return []
  return [{ id: user.id_str, name: user.name, username: user.screen_name, protected: user.protected }]
}

type OldMedia = z.output<typeof media>

function mediaOf(tweet: OldTweet): OldMedia[] {
  return tweet.extended_entities?.media ?? []
}

/** The kind stands first in today's keys. */
function keyOf({ id_str, type }: OldMedia): string {
  const kinds: Readonly<Record<string, number>> = { video: 7, animated_gif: 16 }
  return `${kinds[type] ?? 3}_${id_str}`
}

function toMediaShape(media: OldMedia): unknown {
  return {
    media_key: keyOf(media),
    type: media.type,
    url: media.type === 'photo' ? media.media_url_https : undefined,
    preview_image_url: media.media_url_https,
    alt_text: media.ext_alt_text,
    width: media.sizes?.large?.w,
    height: media.sizes?.large?.h,
  }
}
