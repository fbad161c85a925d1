import { existsSync } from 'node:fs'
import { giveAnchors } from '../model/anchors.ts'
import type { Chat } from '../model/chat.ts'
import type { Post } from '../model/post.ts'
import type { Segment, Session } from '../model/session.ts'
import { clockFor, toInstant } from '../model/zone.ts'
import { readFiles } from '../sources/file/read-files.ts'

/** Recorded chats that stand beside the project, where they do. */
export const recordings = [
  {
    folder: '../shared/data/chats/docnow-2016-07-14',
    date: '2016-07-14',
    chat: chatOf({
      name: 'docnow',
      title: '#DocNowCommunity',
      hashtags: ['#DocNowCommunity'],
      zone: 'America/New_York',
      weekday: 4,
      time: '15:00',
      questions: 8,
      hosts: ['documentnow'],
    }),
  },
  {
    folder: '../shared/data/chats/lthechat-2016-02-03',
    date: '2016-02-03',
    chat: chatOf({
      name: 'lthechat',
      title: '#LTHEchat',
      hashtags: ['#LTHEchat'],
      zone: 'Europe/London',
      weekday: 3,
      time: '20:00',
      questions: 6,
      hosts: ['LTHEchat'],
    }),
  },
] as const

export type Recording = (typeof recordings)[number]

export function isThere({ folder }: Recording): boolean {
  return existsSync(folder)
}

export async function readRecording({ folder, date, chat }: Recording): Promise<Session> {
  const { posts } = await readFiles(folder, { toInstant: (local) => toInstant(local, chat.zone), date })
  const clock = clockFor(chat.zone, posts[0]?.at ?? '', posts.at(-1)?.at ?? '')
  const anchors = giveAnchors(posts, new Map(), clock)
  return {
    date,
    title: '',
    summary: '',
    checked: true,
    readTo: undefined,
    plan: { hosts: undefined, questions: undefined, time: undefined, minutes: undefined },
    segments: crude(posts, chat, date).map((s) => ({
      ...s.segment,
      posts: s.posts.map((post) => ({
        post,
        anchor: anchors.get(post.id) ?? '',
        why: 'border',
        hidden: false,
        note: '',
      })),
    })),
  }
}

function crude(posts: readonly Post[], chat: Chat, date: string): { segment: Segment; posts: Post[] }[] {
  const start = toInstant(`${date}T${chat.time}:00`, chat.zone)
  const end = new Date(Date.parse(start) + 3_600_000).toISOString().slice(0, 19) + 'Z'
  const asked = [...Array(chat.questions).keys()].map((i) => {
    const found = posts.find(
      (p) =>
        p.at >= start &&
        chat.hosts.includes(p.author.handle ?? '') &&
        new RegExp(`^Q${i + 1}\\b`).test(String(p.text[0] ?? '')),
    )
    return {
      key: `q${i + 1}`,
      at: found?.at ?? '',
      question: (found?.text ?? [])
        .map((r) => (typeof r === 'string' ? r : ''))
        .join('')
        .replace(/^Q\d\W*/, '')
        .replace(/#\w+\s*/g, '')
        .trim(),
    }
  })
  asked[0] = { key: 'q1', at: asked[0]?.at ?? '', question: asked[0]?.question ?? '' }
  const marks = asked.map((a, i) => ({ ...a, start: i === 0 ? start : a.at, end: asked[i + 1]?.at ?? end }))
  const place = (p: Post) => {
    if (p.at < new Date(Date.parse(start) - 3_600_000).toISOString()) return 'outside'
    if (p.at < start) return 'before'
    const label = /(?:^|\s)A(\d)\b/.exec(p.text.map((r) => (typeof r === 'string' ? r : '')).join(' '))?.[1]
    if (label && Number(label) <= chat.questions && Number(label) > 0) return `q${label}`
    if (p.at > new Date(Date.parse(end) + 15 * 60_000).toISOString())
      return p.at > new Date(Date.parse(end) + 6 * 3_600_000).toISOString() ? 'outside' : 'after'
    return marks.findLast((m) => m.start <= p.at)?.key ?? 'q1'
  }
  const blank = { question: '', start: undefined, end: undefined, intro: '', posts: [] }
  const all: Segment[] = [
    { ...blank, key: 'before' },
    ...marks.map((m) => ({ ...blank, key: m.key, question: m.question, start: m.start, end: m.end })),
    { ...blank, key: 'after' },
    { ...blank, key: 'outside' },
  ]
  return all.map((segment) => ({ segment, posts: posts.filter((p) => place(p) === segment.key) }))
}

type Given = Pick<Chat, 'name' | 'title' | 'hashtags' | 'zone' | 'weekday' | 'time' | 'questions' | 'hosts'>

function chatOf(given: Given): Chat {
  return {
    ...given,
    minutes: 60,
    first: undefined,
    skip: [],
    oneOffs: [],
    window: { before: 60, after: [0, 60, 1440] },
    leaveOut: [],
    offTheRecord: '#offtherecord',
    sample: false,
  }
}
