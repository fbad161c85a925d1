import type { Chat } from '../model/chat.ts'
import { inOrder, networkOf, type Post } from '../model/post.ts'
import type { SessionTimes } from '../model/schedule.ts'
import { segmentPosts } from '../model/segmentation/segment-posts.ts'
import type { Reading, Source, Wanted } from '../sources/source.ts'
import { mostConversations } from '../sources/x/search.ts'

export type RepliesInput = {
  readonly read: Source
  readonly wanted: Wanted
  readonly chat: Chat
  readonly times: SessionTimes
  /** What the search for the hashtags brought. */
  readonly reading: Reading
}

/** The reading with the replies to the host's question posts that forgot the hashtag, from the same time. */
export async function withReplies(input: RepliesInput): Promise<Reading> {
  const { read, wanted } = input
  const conversations = findConversations(input)
  let reading = input.reading
  for (let from = 0; from < conversations.length; from += mostConversations) {
    const some = conversations.slice(from, from + mostConversations)
    reading = joinReadings(reading, await read({ ...wanted, conversations: some }))
  }
  return reading
}

/** Ids of the posts that began the conversations in which the questions were put. */
function findConversations({ chat, times, reading: { posts } }: RepliesInput): string[] {
  const { filings } = segmentPosts({ posts, times, chat, planned: undefined, corrections: new Map() })
  const asking = posts.filter(({ id }) => networkOf(id) === 'x' && filings.get(id)?.why === 'question')
  return [...new Set(asking.map(({ id, conversation }) => conversation ?? id))]
}

/** Each post once. How many were found, and what was dropped, is told of the search for the hashtags alone. */
function joinReadings(first: Reading, second: Reading): Reading {
  const posts = new Map<string, Post>([...second.posts, ...first.posts].map((post) => [post.id, post]))
  return {
    ...first,
    posts: inOrder([...posts.values()]),
    isWhole: first.isWhole && second.isWhole,
    missing: {
      authors: [...new Set([...first.missing.authors, ...second.missing.authors])],
      posts: [...new Set([...first.missing.posts, ...second.missing.posts])],
    },
    pages: first.pages + second.pages,
    warnings: [...new Set([...first.warnings, ...second.warnings])],
  }
}
