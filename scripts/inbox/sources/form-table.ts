import type { Chat } from '../../model/chat.ts'
import { Problem } from '../../model/problem.ts'
import { toInstant } from '../../model/zone.ts'
import { parseTable } from '../../sources/file/table.ts'
import { findWhen, instantOf, type When } from '../../sources/file/when.ts'
import { wellFormed } from '../../sources/well-formed.ts'
import type { Incoming, Tag } from '../item.ts'
import { hashOf } from '../item-files.ts'
import { cleanName, tidy } from '../named-text.ts'
import { findTag } from '../tag.ts'

/** Beginnings of headers as form services and hosts write them: lower case, letters and digits only. */
const names = {
  at: [
    'timestamp',
    'submittedat',
    'submissiondate',
    'submissiontime',
    'createdat',
    'datecreated',
    'datesubmitted',
    'receivedat',
    'starttime',
    'completiontime',
    'date',
    'time',
    'stampamser',
  ],
  id: ['submissionid', 'responseid', 'entryid', 'token', 'uuid', 'id'],
  subject: ['subject', 'tag', 'pwnc'],
  chat: ['chat'],
  date: ['session', 'chatdate', 'dateofthechat'],
  question: ['questionnumber', 'whichquestion', 'questionno'],
  name: ['nametoshow', 'yourname', 'name', 'enwiwddangos', 'enw'],
  text: [
    'message',
    'youranswer',
    'answer',
    'yourquestion',
    'question',
    'comment',
    'text',
    'body',
    'eichateb',
    'eichcwestiwn',
  ],
  sender: ['emailaddress', 'email', 'replyto', 'from', 'sender', 'ebost'],
  trap: ['website', 'gotcha', 'honeypot', 'botfield'],
} as const

type Column = keyof typeof names
type Cells = Readonly<Partial<Record<Column, string>>>

export type FormTable = {
  readonly chats: readonly Chat[]
  /** UTC: when a row says nothing of its time. */
  readonly now: string
}

/** What a form service exports: a row for each thing sent in. Throws a Problem where no column holds the words. */
export function parseFormTable(text: string, file: string, { chats, now }: FormTable): Incoming[] {
  const known = (header: readonly string[]) => findColumns(header).size
  const [header, ...rows] = parseTable(text.replace(/^\ufeff/, ''), file, known)
  const columns = findColumns(header?.cells ?? [])
  if (!columns.has('text')) {
    throw new Problem(`${file}:1: no column holds the words: name it "message" in the first line`)
  }
  return rows.map(({ cells }) => toIncoming(toCells(cells, columns), { chats, now }))
}

function findColumns(header: readonly string[]): ReadonlyMap<Column, number> {
  const plain = header.map((name) =>
    name
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[^a-z0-9]/g, ''),
  )
  const found = new Map<Column, number>()
  for (const [column, candidates] of Object.entries(names) as [Column, readonly string[]][]) {
    const isFree = (at: number) => at >= 0 && ![...found.values()].includes(at)
    const exact = candidates.map((name) => plain.indexOf(name)).find(isFree)
    const longer = candidates.map((name) => plain.findIndex((own, i) => isFree(i) && own.startsWith(name)))
    const at = exact ?? longer.find(isFree)
    if (at !== undefined) found.set(column, at)
  }
  return found
}

function toCells(cells: readonly string[], columns: ReadonlyMap<Column, number>): Cells {
  return Object.fromEntries([...columns].map(([column, at]) => [column, wellFormed(cells[at] ?? '').trim()]))
}

function toIncoming(cells: Cells, { chats, now }: FormTable): Incoming {
  const text = tidy(cells.text ?? '')
  const tag = tagOf(cells, chats)
  const zone = chats.find(({ name }) => name === tag?.chat)?.zone ?? chats[0]?.zone ?? 'UTC'
  return {
    network: 'form',
    // Services number rows anew with each export, so the words count too.
    sourceIds: [hashOf(JSON.stringify([cells.id, cells.at, cells.name, text]))],
    at: momentOf(cells.at ?? '', zone) ?? now,
    tag,
    name: cleanName(cells.name ?? ''),
    text,
    sender: cells.sender?.toLowerCase() || undefined,
    consent: 'sent in',
    doubts: cells.trap ? ['a field was filled in that people do not see'] : [],
  }
}

function tagOf({ subject, chat, date, question }: Cells, chats: readonly Chat[]): Tag | undefined {
  const all = chats.map(({ name }) => name)
  const said = [chat, date, question && `Q${question.replace(/\D/g, '')}`].filter(Boolean).join(' ')
  return findTag(subject ?? '', all) ?? findTag(`[${said}]`, all)
}

/** Without an offset it is the time of the chat's zone; of 10/12 the day is first, unless there is no such day. */
function momentOf(cell: string, zone: string): string | undefined {
  const when = findWhen(cell)
  const date = when?.dayFirst ?? when?.monthFirst
  if (when === undefined || date === undefined) return undefined
  return instantOf(when, date) ?? localInstant(when, date, zone)
}

function localInstant({ time }: When, date: string, zone: string): string {
  return toInstant(`${date}T${time}`, zone)
}
