import { giveAnchors } from '../model/anchors.ts'
import { segmentPosts } from '../model/segmentation/segment-posts.ts'
import type { Session } from '../model/session.ts'
import { clockFor } from '../model/zone.ts'
import { readSegmentChat, type SegmentChat } from './segment-chats.ts'

/** A recorded chat as the session that a fetch would make of it. */
export async function readRealSession(recording: SegmentChat): Promise<Session> {
  const input = await readSegmentChat(recording)
  const { posts, times, chat } = input
  const clock = clockFor(chat.zone, posts[0]?.at ?? times.start, posts.at(-1)?.at ?? times.end)
  const anchors = giveAnchors(posts, new Map(), clock)
  const { segments, filings } = segmentPosts(input)
  const lane = (key: string) => ({ key, question: '', start: undefined, end: undefined })
  return {
    date: recording.date,
    title: '',
    summary: '',
    checked: true,
    readTo: undefined,
    found: undefined,
    plan: { hosts: undefined, questions: undefined, time: undefined, minutes: undefined },
    segments: [lane('before'), ...segments, lane('after'), lane('outside')].map((segment) => ({
      ...segment,
      intro: '',
      posts: posts
        .filter((post) => filings.get(post.id)?.key === segment.key)
        .map((post) => ({ post, anchor: anchors.get(post.id) ?? '', why: 'clock', hidden: false, note: '' })),
    })),
  }
}
