import type { Chat, Skip } from '../model/chat.ts'
import { compareCodePoints } from '../model/order.ts'
import { hosts, minutes, questions, sessions, skip } from './date-settings.ts'
import { readText } from './folder.ts'
import {
  date,
  fromText,
  hashtag,
  line,
  listOf,
  media,
  optional,
  setting,
  settings,
  timeOfDay,
  weekday,
  wholeNumber,
  yesOrNo,
  zone,
} from './setting-types.ts'
import { parseSettings } from './settings-file.ts'

/** One chat's chat.yaml; undefined where there is none. Throws a Problem with file and line. */
export function findChat(root: string, name: string): Chat | undefined {
  const text = readText(root, chatFile(name))
  return text === undefined ? undefined : parseChat(name, text)
}

/** Where a chat's settings stand, from the root of the project. */
export function chatFile(name: string): string {
  return `content/${name}/chat.yaml`
}

/** Every setting has a default: of an empty file, the chat's hashtag is its name. */
export function parseChat(name: string, text: string): Chat {
  const { hashtags, title, skip, sessions, leave_out, off_the_record, ...same } = parseSettings(
    shape,
    text,
    chatFile(name),
  )
  const all = hashtags.length > 0 ? hashtags : [`#${name}`]
  return {
    ...same,
    name,
    title: title ?? all[0] ?? name,
    hashtags: all,
    skip: skip.toSorted(byDate),
    oneOffs: sessions.toSorted(byDate),
    leaveOut: leave_out,
    offTheRecord: off_the_record,
  }
}

function byDate(a: { readonly date: string }, b: { readonly date: string }): number {
  return compareCodePoints(a.date, b.date)
}

/** A week: further back no source can be searched. */
const mostMinutesAround = 7 * 24 * 60

const window = settings({
  before: setting(wholeNumber(0, mostMinutesAround), 60),
  after: setting(
    listOf(wholeNumber(0, mostMinutesAround)).transform((minutes) => minutes.toSorted((a, b) => a - b)),
    [0, 60, 1440],
  ),
}).transform((value) => ({ ...value, after: value.after.length > 0 ? value.after : [0] }))

const handleOrId = fromText('write a handle such as "@sam" or the id of a post', (text) =>
  /^[@＠]?[A-Za-z0-9_][A-Za-z0-9_.:@/-]{0,199}$/.test(text) ? text.replace(/^[@＠]/, '') : undefined,
)

const shape = settings({
  title: optional(line),
  hashtags: setting(listOf(hashtag), []),
  zone: setting(zone, 'Europe/London'),
  weekday: setting(weekday, 5),
  time: setting(timeOfDay, '13:00'),
  minutes: setting(minutes, 60),
  questions: setting(questions, 3),
  hosts: setting(hosts, []),
  first: optional(date),
  skip: setting(skip, []),
  sessions: setting(sessions, []),
  window: setting(window, { before: 60, after: [0, 60, 1440] }),
  leave_out: setting(listOf(handleOrId), []),
  replies: setting(yesOrNo, false),
  off_the_record: setting(hashtag, '#offtherecord'),
  media: optional(media),
  sample: setting(yesOrNo, false),
}).superRefine(({ skip, sessions }, context) => {
  const both = sessions.findIndex((session) => skip.some((skipped: Skip) => skipped.date === session.date))
  if (both < 0) return
  const message = `${sessions[both]?.date} is skipped and a session of its own too: take it out of one of the two`
  context.addIssue({ code: 'custom', path: ['sessions', both], message })
})
