/** What specification 2.167 renamed in answers. */
const newNames: Readonly<Record<string, string>> = {
  referenced_tweets: 'referenced_posts',
  note_tweet: 'note_post',
  edit_history_tweet_ids: 'edit_history_post_ids',
  tweets: 'posts',
  retweet_count: 'repost_count',
  tweet_count: 'post_count',
  total_tweet_count: 'total_post_count',
}

/** An answer in the names of 2.167. Never mutates. */
export function toPostShape(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toPostShape)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [newNames[key] ?? key, renamed(key, inner)]),
  )
}

function renamed(key: string, inner: unknown): unknown {
  if ((key === 'resource_type' || key === 'scope') && inner === 'tweet') return 'post'
  return toPostShape(inner)
}
