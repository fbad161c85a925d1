import { Problem } from '../../model/problem.ts'
import { parseAnswer } from '../x/parse.ts'
import type { NamedAnswer } from '../x/reading.ts'
import type { Document } from './documents.ts'
import { fromFlattened } from './flattened.ts'
import { fromOldTweet } from './old-tweet.ts'
import { isRecord } from './record.ts'

/**
 * The shapes in which posts of X are kept: an answer of the API; a bare or "flattened" post (twarc flatten);
 * a tweet of the old API (twarc 1, an X archive); or an array of any of these.
 */
export function toAnswers(value: unknown, where: string): NamedAnswer[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => toAnswers(item, `${where}, item ${index + 1}`))
  }
  const shaped = toAnswerShape(value)
  if (shaped === undefined) {
    throw new Problem(`${where}: no posts of X: expected an answer of its search, or a post with id and text`)
  }
  return [{ where, answer: parseAnswer(shaped, where) }]
}

/** Whether nothing in a file is about posts. */
export function isForeign(documents: readonly Document[]): boolean {
  return documents.every(({ value }) => {
    const items: unknown[] = Array.isArray(value) ? value : [value]
    return items.every((item) => toAnswerShape(item) === undefined)
  })
}

function toAnswerShape(value: unknown): unknown {
  if (!isRecord(value)) return undefined
  if (isRecord(value.tweet)) return toAnswerShape(value.tweet)
  if ('id_str' in value) return fromOldTweet(value)
  if ('id' in value && 'text' in value) return isRecord(value.author) ? fromFlattened(value) : { data: value }
  return ['data', 'meta', 'errors', 'includes'].some((key) => key in value) ? value : undefined
}
