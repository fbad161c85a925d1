import { invalidRequest, Refused, type Shape } from './refusals.ts'

/** What a request wants of each object, in the names of 2.166. */
export type Wanted = {
  readonly shape: Shape
  readonly tweet: ReadonlySet<string>
  readonly user: ReadonlySet<string>
  readonly media: ReadonlySet<string>
  readonly poll: ReadonlySet<string>
  readonly expansions: ReadonlySet<string>
}

const words = (text: string) => text.trim().split(/\s+/)

/** What each parameter may name, from X's specifications. */
const tweetFields =
  words(`article attachments author_id card_uri community_id context_annotations conversation_id created_at
  display_text_range edit_controls edit_history_tweet_ids entities geo id in_reply_to_user_id lang matched_media_notes
  media_metadata non_public_metrics note_request_suggestions note_tweet organic_metrics paid_partnership possibly_sensitive
  promoted_metrics public_metrics referenced_tweets reply_settings scopes source suggested_source_links
  suggested_source_links_with_counts text withheld`)
const postFields =
  words(`article article_title attachments card_uri community_id context_annotations conversation_id created_at
  display_text_range edit_controls entities geo id lang matched_media_notes media_metadata non_public_metrics note_post
  note_request_suggestions organic_metrics paid_partnership possibly_sensitive promoted_metrics public_metrics
  reply_settings scopes source suggested_source_links suggested_source_links_with_counts text withheld`)
const tweetExpansions =
  words(`article.cover_media article.media_entities attachments.media_keys attachments.media_source_tweet
  attachments.poll_ids author_id edit_history_tweet_ids entities.mentions.username geo.place_id in_reply_to_user_id
  entities.note.mentions.username referenced_tweets.id referenced_tweets.id.attachments.media_keys
  referenced_tweets.id.author_id`)
const postExpansions =
  words(`article.cover_media article.media_entities attachments.media_keys attachments.media_source_tweet
  attachments.poll_ids author_id edit_history_post_ids entities.mentions.username geo.place_id in_reply_to_user_id
  referenced_posts username`)
const userExpansions = words(
  `affiliation affiliation.user_id most_recent_tweet_id most_recent_post_id pinned_tweet_id pinned_post_id`,
)
const userFields =
  words(`affiliation confirmed_email connection_status created_at description entities id is_identity_verified
  location most_recent_tweet_id name parody pinned_tweet_id profile_banner_url profile_image_url protected public_metrics
  receives_your_dm subscribes_to_you subscription subscription_type url username verified verified_followers_count
  verified_type withheld`)
const mediaFields =
  words(`alt_text duration_ms height media_key non_public_metrics organic_metrics preview_image_url
  promoted_metrics public_metrics type url variants width`)
const pollFields = words('duration_minutes end_datetime id options voting_status')

/** Old names of what 2.167 renamed. */
const oldNames: Readonly<Record<string, string>> = {
  note_post: 'note_tweet',
  edit_history_post_ids: 'edit_history_tweet_ids',
  referenced_posts: 'referenced_tweets.id',
}

/** What comes with an object whether asked for or not. */
const always = {
  tweet: ['id', 'text', 'edit_history_tweet_ids'],
  post: ['id', 'text'],
  user: ['id', 'name', 'username'],
  media: ['media_key', 'type'],
  poll: ['id', 'options'],
}

export const fieldParameters = [
  'tweet.fields',
  'post.fields',
  'user.fields',
  'media.fields',
  'poll.fields',
  'place.fields',
  'expansions',
]

/** Reads the field and expansion parameters; `fallback` decides where neither spelling shows. */
export function readWanted(query: ReadonlyMap<string, string>, fallback: Shape): Wanted {
  const shape = query.has('post.fields') ? 'post' : query.has('tweet.fields') ? 'tweet' : fallback
  const other = shape === 'post' ? 'tweet.fields' : 'post.fields'
  if (query.has(other)) {
    throw new Refused(
      invalidRequest(
        other,
        query.get(other) ?? '',
        `The query parameter [${other}] is not one of [${shape}.fields]`,
      ),
    )
  }
  const list = (name: string, allowed: readonly string[]) => readList(query, name, allowed)
  const expansions = list('expansions', [
    ...(shape === 'tweet' ? tweetExpansions : postExpansions),
    ...userExpansions,
  ])
  const post = list(`${shape}.fields`, shape === 'tweet' ? tweetFields : postFields)
  return {
    shape,
    tweet: new Set([...always[shape], ...post.map(oldName), ...expansions.map(oldName).map(carrier)]),
    user: new Set([...always.user, ...list('user.fields', userFields)]),
    media: new Set([...always.media, ...list('media.fields', mediaFields)]),
    poll: new Set([...always.poll, ...list('poll.fields', pollFields)]),
    expansions: new Set(expansions.map(oldName)),
  }
}

export function pick<T extends Readonly<Record<string, unknown>>>(
  object: T,
  fields: ReadonlySet<string>,
): Partial<T> {
  return Object.fromEntries(Object.entries(object).filter(([key]) => fields.has(key))) as Partial<T>
}

function readList(query: ReadonlyMap<string, string>, name: string, allowed: readonly string[]): string[] {
  const value = query.get(name)
  if (value === undefined) return []
  const asked = value.split(',')
  const unknown = asked.find((one) => !allowed.includes(one))
  if (unknown === undefined) return asked
  const message = `The \`${name}\` query parameter value [${unknown}] is not one of [${allowed.join(',')}]`
  throw new Refused(invalidRequest(name, value, message))
}

function oldName(name: string): string {
  return oldNames[name] ?? name
}

/** The field that an expansion follows: asking for one brings the other. */
function carrier(expansion: string): string {
  return expansion.split('.')[0] ?? expansion
}
