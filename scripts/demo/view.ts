import type { Archive } from './archive.ts'
import type { Media, Poll, Tweet, User } from './wire.ts'

/** What can be seen of an archive at one moment. */
export type View = {
  /** The newest version of each post that is there, newest first. */
  readonly tweets: readonly Tweet[]
  /** Older versions too. */
  readonly byId: ReadonlyMap<string, Tweet>
  /** Ids of what is there and not for us: posts of protected accounts. */
  readonly closed: ReadonlySet<string>
  readonly users: ReadonlyMap<string, User>
  readonly media: ReadonlyMap<string, Media>
  readonly polls: ReadonlyMap<string, Poll>
}

export function viewAt(archive: Archive, now: number): View {
  const all = archive.versions.filter((one) => one.from <= now && now < one.deletedAt)
  const there = all.filter((one) => !isProtected(archive, one.tweet))
  const seen = there.map((one) => ({ ...one, tweet: withHistory(one.tweet, now < one.editedAt) }))
  return {
    tweets: seen.filter((one) => now < one.editedAt).map((one) => one.tweet),
    byId: new Map(seen.map((one) => [one.tweet.id, one.tweet])),
    closed: new Set(all.filter((one) => isProtected(archive, one.tweet)).map((one) => one.tweet.id)),
    users: archive.users,
    media: archive.media,
    polls: new Map([...archive.polls].map(([id, poll]) => [id, withStatus(poll, now)])),
  }
}

/** An edit that is still to come is in nobody's history. */
function withHistory(tweet: Tweet, newest: boolean): Tweet {
  if (!newest) return tweet
  const here = tweet.edit_history_tweet_ids.indexOf(tweet.id)
  return here < 0
    ? tweet
    : { ...tweet, edit_history_tweet_ids: tweet.edit_history_tweet_ids.slice(0, here + 1) }
}

function withStatus(poll: Poll, now: number): Poll {
  return { ...poll, voting_status: now < Date.parse(String(poll.end_datetime)) ? 'open' : 'closed' }
}

/** An app's token does not see protected accounts. */
function isProtected(archive: Archive, tweet: Tweet): boolean {
  return archive.users.get(tweet.author_id)?.protected === true
}
