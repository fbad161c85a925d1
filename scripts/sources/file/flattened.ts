import { isRecord } from './record.ts'

type Raw = Record<string, unknown>

/** A post into which twarc has put what it refers to, taken apart again into an answer of the API. */
export function fromFlattened(post: Raw): Raw {
  const references = records(post.referenced_tweets).filter((reference) => 'text' in reference)
  const all = [post, ...references]
  return {
    data: post,
    includes: {
      users: all.flatMap((one) => [...records([one.author]), ...records([one.in_reply_to_user])]),
      tweets: references,
      media: all.flatMap((one) => records(attachmentsOf(one).media)),
      polls: all.flatMap((one) => records([attachmentsOf(one).poll])),
    },
  }
}

function attachmentsOf(post: Raw): Raw {
  return isRecord(post.attachments) ? post.attachments : {}
}

function records(value: unknown): Raw[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}
