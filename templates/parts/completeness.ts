import type { Chat } from '../../scripts/model/chat.ts'
import { dateWords } from '../../scripts/model/date-words.ts'
import { isWhole } from '../../scripts/model/found.ts'
import type { Session } from '../../scripts/model/session.ts'
import type { Site } from '../../scripts/model/site.ts'
import { localDate, localTime } from '../../scripts/model/zone.ts'
import type { Words } from './words.ts'

export type CompletenessInput = {
  readonly session: Session
  readonly chat: Chat
  readonly site: Site
  readonly words: Words
  /** Posts on the page. */
  readonly shown: number
}

/** Whether the transcript holds all that was said, in a sentence; undefined where nothing was read. */
export function completeness(input: CompletenessInput): string | undefined {
  const { session, chat, words } = input
  const { found } = session
  if (found?.from === 'file') return words.fromFile(found.posts)
  const hashtag = chat.hashtags[0] ?? chat.title
  const when = whenRead(input)
  if (when === undefined) return undefined
  if (found === undefined) return words.readTo(hashtag, when)
  const { posts, of } = found
  if (of === undefined) return words.notCounted(hashtag, when)
  if (of === 'more') return words.stoppedEarly(posts, hashtag, when)
  if (!isWhole(found)) return words.missing({ posts, of, hashtag, when })
  // Replies that were read beside the search are shown but not counted.
  const isLess = input.shown < posts && !chat.replies
  return words.complete({ posts, hashtag, when, shown: isLess ? input.shown : undefined })
}

function whenRead({ session, chat, site }: CompletenessInput): string | undefined {
  if (session.readTo === undefined) return undefined
  const time = localTime(session.readTo, chat.zone).slice(0, 5)
  return `${time}, ${dateWords(localDate(session.readTo, chat.zone), site.language)}`
}
