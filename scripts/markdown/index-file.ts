import { z } from 'zod'
import { findFound, formatFound } from '../model/found.ts'
import { isInstant } from '../model/instant.ts'
import type { Session } from '../model/session.ts'
import { lineOfKey, parseFrontMatter, setFrontMatter } from './front-matter.ts'
import { joinTrimmed, problemAt, type Source } from './lines.ts'

/** What index.md says of a session. */
export type IndexFile = Pick<Session, 'title' | 'tags' | 'summary' | 'checked' | 'readTo' | 'found' | 'plan'>

/** Version of the content format that this program writes. */
export const formatVersion = 1

const word = z.string()
const shape = z.strictObject({
  title: word.optional(),
  tags: z.union([word.transform((tags) => tags.split(',')), z.array(word)]).optional(),
  checked: z.enum(['', 'yes', 'no', 'true', 'false']).optional(),
  read_to: z.string().refine(isInstant).optional(),
  found: z
    .string()
    .refine((text) => findFound(text) !== undefined)
    .optional(),
  hosts: z
    .union([word.transform((handles) => handles.split(/[\s,]+/).filter(Boolean)), z.array(word)])
    .optional(),
  questions: z.array(word).optional(),
  time: z
    .string()
    .regex(/^\d\d?:\d\d$/)
    .optional(),
  minutes: z.coerce.number().int().min(1).max(1440).optional(),
  format: z.literal(String(formatVersion)).optional(),
})

/** Comments are prompts for the host and no part of the summary. */
export function parseIndex(source: Source): IndexFile {
  const front = parseFrontMatter(source)
  const parsed = shape.safeParse(front.values)
  if (!parsed.success) throw toProblem(source, parsed.error.issues[0])
  const { title, tags, checked, read_to, found, hosts, questions, time, minutes } = parsed.data
  const body = joinTrimmed(source.lines.slice(front.next))
  return {
    title: (title ?? '').trim(),
    ...(tags && { tags: tags.map(toTag).filter((tag) => tag !== '') }),
    summary: body.replace(/<!--[\s\S]*?(?:-->|$)/g, '').trim(),
    checked: checked === 'yes' || checked === 'true',
    readTo: read_to,
    found: found === undefined ? undefined : findFound(found),
    plan: {
      hosts: hosts?.map((handle) => handle.replace(/^@/, '')),
      questions,
      time,
      minutes,
    },
  }
}

/** On one line, without the sign that a hashtag begins with. */
function toTag(text: string): string {
  return text
    .trim()
    .replace(/^[#＃]/, '')
    .replace(/\s+/g, ' ')
}

/** index.md of a new session, with prompts for the host. */
export function formatNewIndex(reading: ReadingFacts): string {
  return `---
title: ""
checked: no${Object.entries(toKeys(reading))
    .map(([key, value]) => (value === undefined ? '' : `\n${key}: ${value}`))
    .join('')}
format: ${formatVersion}
---
<!--
title: a few words between the quotation marks, as in "Snow days and nervous managers".
checked: yes, once you have read the transcript over; until then it is marked as a draft.
Two sentences of summary go below this comment: what was asked, and what came of it.
-->
`
}

/** index.md after another reading; everything else stays as the host left it. */
export function setReading(source: Source, reading: ReadingFacts): string {
  return setFrontMatter(source, toKeys(reading))
}

/** What the program itself writes into index.md. */
export type ReadingFacts = Pick<Session, 'readTo' | 'found'>

function toKeys({ readTo, found }: ReadingFacts): Readonly<Record<string, string | undefined>> {
  return { read_to: readTo, found: found && formatFound(found) }
}

const expected: Readonly<Record<string, string>> = {
  title: 'one line of text',
  tags: 'a list of topics, as in [budgets, snow days]',
  checked: 'yes or no',
  read_to: 'an instant, as in 2010-12-17T14:00:00Z',
  found: 'two numbers, as in 143 of 143, or left out',
  hosts: 'a handle or a list of handles, as in [sample, other]',
  questions: 'a list, one question a line with "- " before it; [] for an open chat',
  time: 'a time in quotation marks, as in "13:00"',
  minutes: 'a number from 1 to 1440',
  format: String(formatVersion),
}

function toProblem(source: Source, issue: z.core.$ZodIssue | undefined) {
  if (issue?.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys
    const known = Object.keys(expected).join(', ')
    return problemAt(
      source,
      lineOfKey(source, key),
      `"${key}" is not a setting of a session; there are ${known}`,
    )
  }
  const key = String(issue?.path[0] ?? '')
  const line = lineOfKey(source, key)
  const format = key === 'format' ? Number(parseFrontMatter(source).values.format) : Number.NaN
  if (format > formatVersion)
    return problemAt(
      source,
      line,
      `${inFormat(format)} a newer version of the program wrote it: npm run upgrade brings that in`,
    )
  if (format < formatVersion)
    return problemAt(
      source,
      line,
      `${inFormat(format)} that is older than this program reads: npm run upgrade -- --content brings it up to format ${formatVersion}`,
    )
  return problemAt(source, line, `"${key}" must be ${expected[key] ?? 'written differently'}`)
}

function inFormat(format: number): string {
  return `this session is in format ${format}, and`
}
