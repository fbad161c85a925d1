import { type Answer, answerWith } from '../../demo/answer.ts'
import { toArchive } from '../../demo/archive.ts'
import { readWanted } from '../../demo/fields.ts'
import { viewAt } from '../../demo/view.ts'
import { commonNames, requestNames } from '../../sources/x/names.ts'
import type { Generated } from './session-posts.ts'

const wanted = readWanted(new Map(Object.entries({ ...requestNames.tweet, ...commonNames })), 'tweet')
const pageSize = 100

/** A session as X's search answers it, newest first, a hundred posts a page. */
export function toAnswerPages({ people, posts }: Generated): Answer[] {
  const mediaUrl = (file: string) => `https://pbs.example.com/media/${file}`
  const view = viewAt(toArchive({ posts, people, mediaUrl }), Number.MAX_SAFE_INTEGER)
  const pages = Array.from({ length: Math.ceil(view.tweets.length / pageSize) }, (_, page) =>
    view.tweets.slice(page * pageSize, (page + 1) * pageSize),
  )
  return pages.map((tweets, page) => ({
    ...answerWith(tweets, { view, wanted }),
    meta: {
      newest_id: tweets[0]?.id,
      oldest_id: tweets.at(-1)?.id,
      result_count: tweets.length,
      ...(page + 1 < pages.length && { next_token: `page${page + 2}` }),
    },
  }))
}
