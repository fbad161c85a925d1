import { giveAnchors } from '../../model/anchors.ts'
import type { Chat } from '../../model/chat.ts'
import { type Post, plainText } from '../../model/post.ts'
import type { SegmentTimes, SessionTimes } from '../../model/schedule.ts'
import type { FiledPost, Session } from '../../model/session.ts'
import { readingWindow } from '../../model/window.ts'
import { clockFor } from '../../model/zone.ts'

/** A session in which posts stand where their label or the clock puts them. */
export function fileSimply(chat: Chat, times: SessionTimes, posts: readonly Post[]): Session {
  const anchors = giveAnchors(posts, new Map(), clockFor(chat.zone, times.start, times.end))
  const filed = posts.map((post) => ({ key: keyOf(post, times), item: toFiled(post, anchors) }))
  const segmentOf = (key: string, own: Partial<SegmentTimes> = {}) => {
    const items = filed.filter((one) => one.key === key).map(({ item }) => item)
    const question = items.find(({ why }) => why === 'question')
    return {
      key,
      question: question ? wordsOf(question.post) : '',
      start: own.start,
      end: own.end,
      intro: '',
      posts: items,
    }
  }
  const all = [
    segmentOf('before'),
    ...times.segments.map((own) => segmentOf(own.key, own)),
    segmentOf('after'),
  ]
  return {
    date: times.date,
    title: '',
    summary: '',
    checked: false,
    readTo: readingWindow(times, chat.window).ends.at(-1),
    found: undefined,
    plan: { hosts: undefined, questions: undefined, time: undefined, minutes: undefined },
    segments: all.filter((segment) => segment.posts.length > 0),
  }
}

const label = /^(?:@\w+ )?([QA])(\d) /

function toFiled(post: Post, anchors: ReadonlyMap<string, string>): FiledPost {
  const [, kind] = label.exec(plainText(post)) ?? []
  const why = kind === 'Q' ? 'question' : kind === 'A' ? 'label' : 'clock'
  return { post, anchor: anchors.get(post.id) ?? '', why, hidden: false, note: '' }
}

function keyOf(post: Post, { start, end, segments }: SessionTimes): string {
  const [, , number] = label.exec(plainText(post)) ?? []
  if (number !== undefined) return `q${number}`
  if (post.at < start) return 'before'
  if (post.at >= end) return 'after'
  return segments.findLast((segment) => segment.start <= post.at)?.key ?? 'before'
}

/** `Q1 How? #bench` asks `How?`. */
function wordsOf(post: Post): string {
  return plainText(post)
    .replace(label, '')
    .replace(/ #\w+$/, '')
}
