import { parseChat } from '../content/chat-settings.ts'
import type { Chat } from '../model/chat.ts'
import { addDays } from '../model/date.ts'
import { slotsBetween } from '../model/schedule.ts'
import { localDate } from '../model/zone.ts'
import type { Answers } from './questions.ts'

/** The chat that the answers describe. Its first session is the newest one that X's search still reaches. */
export function toNewChat(answers: Answers, now: string): Chat {
  const { hashtag, name, weekday, time, zone, minutes, questions, hosts } = answers
  const settings = { hashtags: [hashtag], weekday, time, zone, minutes, questions, hosts }
  const chat = parseChat(name, JSON.stringify(settings))
  const today = localDate(now, chat.zone)
  const recent = slotsBetween(chat, addDays(today, -6), today)[0]
  return { ...chat, first: recent?.kind === 'session' ? recent.times.date : today }
}
