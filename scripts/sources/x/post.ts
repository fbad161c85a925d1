import type { Author, Post } from '../../model/post.ts'
import { Problem } from '../../model/problem.ts'
import type { XPost } from './answer.ts'
import { toLanguage } from './language.ts'
import { firstId, isByProtected, type Lookup } from './lookup.ts'
import { toMedia, toPoll } from './media.ts'
import { findTime } from './snowflake.ts'
import { toText } from './text.ts'
import { findInstant } from './time.ts'

/**
 * One version of a post on X, under the id and time of its first version. A quoted post is taken along as it
 * was when quoted, but for those by protected accounts: of them only the id stays, which the text shows anyway.
 */
export function toPost(version: XPost, lookup: Lookup): Post {
  const post = toPostAlone(version, lookup)
  const quoted = lookup.posts.get(findReference(version, 'quoted') ?? '')
  if (quoted === undefined || isByProtected(lookup, quoted)) return post
  return { ...post, quoted: toPostAlone(quoted, lookup) }
}

function toPostAlone(version: XPost, lookup: Lookup): Post {
  const id = version.versions[0] ?? version.id
  const author = toAuthor(version, lookup)
  const [poll] = version.pollIds.flatMap((key) => lookup.polls.get(key) ?? [])
  const parent = (type: string) => {
    const found = findReference(version, type)
    return found === undefined ? undefined : firstId(lookup, found)
  }
  const conversation =
    version.conversationId === undefined ? undefined : firstId(lookup, version.conversationId)
  return {
    id,
    at: timeOf(version, id, lookup),
    author,
    url: addressOf(author.handle, id),
    text: toText(version),
    media: version.mediaKeys.map((key) => toMedia(key, lookup.media.get(key))),
    poll: poll === undefined ? undefined : toPoll(poll),
    lang: toLanguage(version.lang),
    replyTo: parent('replied_to'),
    replyToUser: version.inReplyToUserId,
    conversation: conversation === id ? undefined : conversation,
    quotes: parent('quoted'),
    quoted: undefined,
    repostOf: parent('retweeted'),
    versions: version.versions.length > 1 ? version.versions : [],
    sensitive: version.sensitive,
    withheldIn: countriesOf(version, lookup),
  }
}

/** The post that this one answers (`replied_to`), quotes (`quoted`) or repeats (`retweeted`). */
export function findReference(post: XPost, type: string): string | undefined {
  return post.references.find((reference) => reference.type === type)?.id
}

/** Where a post stands on X. */
export function addressOf(handle: string | undefined, id: string): string {
  return `https://x.com/${encodeURIComponent(handle ?? 'i')}/status/${encodeURIComponent(id)}`
}

function toAuthor(post: XPost, lookup: Lookup): Author {
  const user = lookup.users.get(post.authorId ?? '')
  return { id: post.authorId, handle: user?.username ?? post.username, name: user?.name ?? '' }
}

function timeOf(version: XPost, id: string, lookup: Lookup): string {
  const first = id === version.id ? version : lookup.posts.get(id)
  const at = findInstant(first?.createdAt) ?? findTime(id) ?? findInstant(version.createdAt)
  if (at !== undefined) return at
  throw new Problem(`post ${version.id} has no time: ask X for created_at, or take it out of the file`)
}

function countriesOf(post: XPost, lookup: Lookup): string[] {
  const ofUser = lookup.users.get(post.authorId ?? '')?.withheldIn ?? []
  return [...new Set([...post.withheldIn, ...ofUser])].sort()
}
