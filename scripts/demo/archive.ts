import { compareIds } from '../model/post.ts'
import { Problem } from '../model/problem.ts'
import { type Drafted, draftTweet } from './draft-tweet.ts'
import type { Placed, Version } from './placed.ts'
import {
  type Person,
  type PersonInput,
  type PostInput,
  person,
  type SamplePost,
  samplePost,
} from './sample-post.ts'
import { idOf } from './snowflake.ts'
import type { Media, Poll, User } from './wire.ts'

/** All that the stand-in knows, whenever it was or will be said. */
export type Archive = {
  /** Every version of every post, newest first. */
  readonly versions: readonly Version[]
  readonly users: ReadonlyMap<string, User>
  readonly media: ReadonlyMap<string, Media>
  readonly polls: ReadonlyMap<string, Poll>
}

type Source = {
  readonly posts: readonly PostInput[]
  readonly people: readonly PersonInput[]
  /** Address of a picture, by its file's name. */
  readonly mediaUrl: (file: string) => string
}

/** Posts as people wrote them, turned into X's objects. Throws where a post refers to one that is not there. */
export function toArchive({ posts, people, mediaUrl }: Source): Archive {
  const users = toUsers(
    people.map((one) => person.parse(one)),
    posts.map((one) => one.by),
  )
  const placed = place(
    posts.map((one) => samplePost.parse(one)),
    users,
  )
  const find = finder(placed)
  const drafted: Drafted[] = placed.map((one) => draftTweet(one, { find, users, mediaUrl }))
  const versions = drafted.flatMap((one) => one.versions)
  return {
    versions: versions.sort((a, b) => compareIds(b.tweet.id, a.tweet.id)),
    users: new Map([...users.values()].map((user) => [user.id, user])),
    media: new Map(drafted.flatMap((one) => one.media).map((item) => [item.media_key, item])),
    polls: new Map(drafted.flatMap((one) => one.polls).map((item) => [item.id, item])),
  }
}

/** By lower-case handle. Who posts and is not introduced is known by the handle alone. */
function toUsers(people: readonly Person[], handles: readonly string[]): Map<string, User> {
  const users = new Map<string, User>()
  for (const one of [...people, ...handles.map((handle) => person.parse({ handle, name: handle }))]) {
    const key = one.handle.toLowerCase()
    if (!users.has(key)) users.set(key, toUser(one, users.size))
  }
  return users
}

/** Invented people get ids from a range that X has given to nobody. */
function toUser(one: Person, n: number): User {
  return {
    id: one.id ?? String(9_100_000_000_000_000_001n + BigInt(n) * 1_000_003n),
    name: one.name,
    username: one.handle,
    created_at: one.joined.replace('Z', '.000Z'),
    description: one.bio,
    protected: one.protected,
    verified: false,
    public_metrics: {
      followers_count: 40 + n * 37,
      following_count: 60 + n * 11,
      tweet_count: 900 + n * 131,
      listed_count: n,
    },
    ...one.raw,
  }
}

function place(posts: readonly SamplePost[], users: ReadonlyMap<string, User>): Placed[] {
  const inSecond = new Map<string, number>()
  const next = (at: string): string => {
    const n = inSecond.get(at) ?? 0
    inSecond.set(at, n + 1)
    return idOf(at, n)
  }
  return posts.map((one) => {
    const author = users.get(one.by.toLowerCase())
    if (!author) throw new Problem(`${one.at}: nobody is called ${one.by}`)
    const first = one.id ?? next(one.at)
    return { ...one, author, ids: one.edited ? [first, next(one.edited.at)] : [first] }
  })
}

/** Looks a reference up: an id, a time, or a time and a handle. */
function finder(placed: readonly Placed[]): (reference: string) => Placed | undefined {
  const known = new Map<string, Placed>()
  for (const one of placed) {
    for (const key of [one.at, `${one.at} ${one.by}`, ...one.ids]) if (!known.has(key)) known.set(key, one)
  }
  return (reference) => {
    const found = known.get(reference)
    if (!found && !/^(gone|\d+)$/.test(reference)) {
      throw new Problem(`sample: no post was said at ${reference}: give a time, or a time and a handle`)
    }
    return found
  }
}
