import { listDates } from '../content/folder.ts'
import { readIndex, readSession } from '../content/read-session.ts'
import { readSite } from '../content/site-settings.ts'
import type { Chat } from '../model/chat.ts'
import { slotOn } from '../model/schedule.ts'
import { summarize } from '../model/summary.ts'
import { fiveLines } from './five-lines.ts'
import { type EyeLine, eyeLines, findLink } from './host-eye.ts'
import { sayNext, sayNextChat, sayReadAgain } from './say-next.ts'

export type EndInput = {
  readonly root: string
  readonly chat: Chat
  /** Of a session with posts; undefined where there is none. */
  readonly date: string | undefined
  /** UTC. */
  readonly now: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** More than these are better walked through. */
const mostShown = 10

/** What a run ends with: what needs the host's eye, a post to paste, and what comes next. */
export function sayEnd({ root, chat, date, now, env }: EndInput): string[] {
  const next = sayNext(chat, now)
  if (date === undefined) return next.map((line) => `${chat.hashtags[0] ?? chat.title}: ${line}`)
  const eye = eyeLines(root, chat, date)
  const shown = eye.length > mostShown ? [...eye.slice(0, mostShown - 1), ...eye.slice(-1)] : eye
  const isDraft = eye.length > 0
  const summary = summarize(chat, readSession(root, chat, date))
  const { address, language } = readSite(root)
  const post = fiveLines({ chat, summary, address, language, next: sayNextChat(chat, now, language) })
  return [
    '',
    ...(isDraft ? [`${date} needs your eye (npm run review walks you through it):`] : []),
    ...shown.flatMap((line) => sayLine(line, env)),
    ...(eye.length > shown.length ? [`  and ${eye.length - shown.length} more`] : []),
    ...otherDrafts(root, chat, date),
    ...(isDraft ? [''] : []),
    isDraft ? 'Once you have read it over, to paste into a post:' : 'To paste into a post:',
    ...post.map((line) => `  ${line}`),
    '',
    ...readAgain(root, chat, date),
    ...next,
  ]
}

/** The link on a line of its own, where terminals and logs make it one to click. */
function sayLine(line: EyeLine, env: EndInput['env']): string[] {
  const link = findLink(line, env)
  return link === undefined ? [`  ${line.text}`] : [`  ${line.text}`, `    ${link}`]
}

function otherDrafts(root: string, chat: Chat, date: string): string[] {
  const others = listDates(root, chat.name).filter(
    (other) => other !== date && readIndex(root, chat.name, other)?.checked === false,
  )
  if (others.length === 0) return []
  const shown = others.length > 5 ? [`${others.length - 5} more`, ...others.slice(-5)] : others
  return [`Drafts still: ${shown.join(', ')}`]
}

function readAgain(root: string, chat: Chat, date: string): string[] {
  const index = readIndex(root, chat.name, date)
  const slot = slotOn(chat, date, index?.plan)
  return slot.kind === 'session' ? sayReadAgain(chat, slot.times, index?.readTo) : []
}
