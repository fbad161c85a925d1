import type { Answer, XMedia, XPoll, XPost, XUser } from './answer.ts'

/** All that several answers know, by id; where two answers differ, the later one is right. */
export type Lookup = {
  readonly users: ReadonlyMap<string, XUser>
  readonly media: ReadonlyMap<string, XMedia>
  readonly polls: ReadonlyMap<string, XPoll>
  /** Every version of every post at hand, found or only referred to. */
  readonly posts: ReadonlyMap<string, XPost>
}

export function toLookup(answers: readonly Answer[]): Lookup {
  const users = new Map<string, XUser>()
  for (const user of answers.flatMap((answer) => answer.includes.users)) {
    const isProtected = user.isProtected || users.get(user.id)?.isProtected === true
    users.set(user.id, { ...user, isProtected })
  }
  return {
    users,
    media: new Map(
      answers.flatMap((answer) => answer.includes.media).map((media) => [media.media_key, media]),
    ),
    polls: new Map(answers.flatMap((answer) => answer.includes.polls).map((poll) => [poll.id, poll])),
    // What was found goes over what was only referred to: it may carry more.
    posts: new Map(
      [
        ...answers.flatMap((answer) => answer.includes.posts),
        ...answers.flatMap((answer) => answer.posts),
      ].map((post) => [post.id, post]),
    ),
  }
}

/** The id that names a post for good: that of its first version. */
export function firstId(lookup: Lookup, id: string): string {
  return lookup.posts.get(id)?.versions[0] ?? id
}

/** The newest version at hand of the post that this is a version of. */
export function newestVersion(lookup: Lookup, post: XPost): XPost {
  const known = [post, ...post.versions.flatMap((id) => lookup.posts.get(id) ?? [])]
  return known.reduce((newest, other) => (rank(other) > rank(newest) ? other : newest))
}

/** A later version knows a longer or equal history, in which it stands further back. */
function rank(post: XPost): number {
  return post.versions.indexOf(post.id)
}

export function isByProtected(lookup: Lookup, post: XPost): boolean {
  return post.authorId !== undefined && lookup.users.get(post.authorId)?.isProtected === true
}
