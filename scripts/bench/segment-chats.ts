import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Chat } from '../model/chat.ts'
import type { Post } from '../model/post.ts'
import { slotOn } from '../model/schedule.ts'
import type { SegmentationInput } from '../model/segmentation/types.ts'
import { toInstant } from '../model/zone.ts'
import { readFiles } from '../sources/file/read-files.ts'

/** Recorded chats beside the project, for measuring; elsewhere they are absent. */
export const segmentChats: readonly SegmentChat[] = [
  {
    folder: '../shared/data/chats/docnow-2016-07-14',
    date: '2016-07-14',
    chat: chatOf({ name: 'docnow', hashtags: ['#DocNowCommunity'], zone: 'America/New_York', weekday: 4, time: '15:00', questions: 8, hosts: ['documentnow'] }),
  },
  {
    folder: '../shared/data/chats/lthechat-2016-02-03',
    date: '2016-02-03',
    chat: chatOf({ name: 'lthechat', hashtags: ['#LTHEchat'], zone: 'Europe/London', weekday: 3, time: '20:00', questions: 6, hosts: ['LTHEchat'] }),
  },
] // biome-ignore format: a table

export type SegmentChat = { readonly folder: string; readonly date: string; readonly chat: Chat }

export function isThere({ folder }: SegmentChat): boolean {
  return existsSync(folder)
}

export async function readSegmentChat({ folder, date, chat }: SegmentChat): Promise<SegmentationInput> {
  const { posts } = await readFiles(folder, { toInstant: (local) => toInstant(local, chat.zone), date })
  return toInput(posts, chat, date)
}

function toInput(posts: readonly Post[], chat: Chat, date: string): SegmentationInput {
  const slot = slotOn(chat, date)
  if (slot.kind !== 'session') throw new RangeError(`no session on ${date}`)
  return { posts, times: slot.times, chat, planned: undefined, corrections: new Map() }
}

/** Post id → number of the question where the chat's own host put it by hand; undefined where nobody did. */
export async function readTruth({ folder }: SegmentChat): Promise<ReadonlyMap<string, number> | undefined> {
  const file = join(folder, 'truth.json')
  if (!existsSync(file)) return undefined
  return new Map(Object.entries(JSON.parse(await readFile(file, 'utf8')) as Record<string, number>))
}

type OwnWay = Pick<Chat, 'name' | 'hashtags' | 'zone' | 'weekday' | 'time' | 'questions' | 'hosts'>

function chatOf(own: OwnWay): Chat {
  return {
    ...own,
    title: own.hashtags[0] ?? '',
    minutes: 60,
    first: undefined,
    skip: [],
    oneOffs: [],
    window: { before: 60, after: [0, 60, 1440] },
    leaveOut: [],
    replies: false,
    offTheRecord: '#offtherecord',
    media: undefined,
    sample: false,
  }
}
