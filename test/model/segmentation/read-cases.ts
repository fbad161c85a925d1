import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Post } from '../../../scripts/model/post.ts'
import { slotOn } from '../../../scripts/model/schedule.ts'
import type { SegmentationInput } from '../../../scripts/model/segmentation/types.ts'
import { chat, post } from '../../builders.ts'

const folder = 'test/fixtures/segmentation'

const caseSchema = z.strictObject({
  case: z.string(),
  posts: z.string(),
  headings: z.array(z.string()).optional(),
  planned: z.array(z.string()).optional(),
  hosts: z.array(z.string()).default(['host']),
  questions: z.number().default(3),
  leaveOut: z.array(z.string()).default([]),
  date: z.string().default('2010-12-17'),
  time: z.string().default('13:00'),
})

export type SegmentationCase = {
  readonly name: string
  readonly input: SegmentationInput
  /** Lines as the table has them: place, reason, time, author and text. */
  readonly expected: readonly string[]
  readonly headings: readonly string[] | undefined
}

/** Every case of every table in the folder. */
export function readCases(): SegmentationCase[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const cases = z.array(caseSchema).parse(parse(readFileSync(`${folder}/${file}`, 'utf8')))
      return cases.map((found) => toCase(file.replace('.yaml', ''), found))
    })
}

function toCase(table: string, found: z.infer<typeof caseSchema>): SegmentationCase {
  const lines = found.posts.split('\n').filter((line) => line.trim() !== '')
  const parsed = lines.map((line) => parseLine(line))
  const { hosts, questions, leaveOut, time } = found
  const ownChat = chat({ hosts, questions, leaveOut, time })
  const slot = slotOn(ownChat, found.date)
  if (slot.kind !== 'session') throw new Error(`no session on ${found.date}`)
  return {
    name: `${table}: ${found.case}`,
    input: {
      posts: parsed.map((line) => line.post),
      times: slot.times,
      chat: ownChat,
      planned: found.planned,
      corrections: new Map(parsed.flatMap((line) => (line.put ? [[line.post.id, line.put] as const] : []))),
    },
    expected: parsed.map((line) => showLine(line.post, line.key, line.why)),
    headings: found.headings,
  }
}

export function showLine(item: Post, key: string, why: string): string {
  return `${key} ${why} ${item.at.slice(0, 19)} @${item.author.handle}: ${item.text.join('')}`
}

function parseLine(line: string) {
  const match = /^\s*(\S+)\s+(\S+)\s+(\S+)\s+@(\w+)(?:\s+\[(.*?)\])?:\s(.*)$/.exec(line)
  if (!match) throw new Error(`not a line of the table: ${line}`)
  const [, key = '', why = '', at = '', by = '', marks = '', text = ''] = match
  const mark = new Map(marks.split(' ').map((pair) => pair.split('=') as [string, string]))
  const id = mark.get('id')
  return {
    key,
    why,
    put: mark.get('put'),
    post: post({
      at,
      by,
      text,
      ...(id !== undefined && { id }),
      replyTo: mark.get('reply'),
      quotes: mark.get('quote'),
      repostOf: mark.get('repost'),
      conversation: mark.get('begun'),
      replyToUser: mark.has('to') ? `u-${mark.get('to')}` : undefined,
    }),
  }
}
