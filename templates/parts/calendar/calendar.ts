import ical, {
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventRepeatingFreq,
  ICalWeekday,
} from 'ical-generator'
import { addSeconds, toInstant, zonedTime } from '../../../scripts/model/zone.ts'
import { sessionPath } from '../address.ts'
import { cleanLine, unturned } from '../clean.ts'
import { questionTitle } from '../question-title.ts'
import { sessionTitle } from '../session-title.ts'
import type { ChatData, SiteData } from '../site-data.ts'
import { firstOnRule, type Occasion, occasionsOf } from './occasions.ts'
import { findVtimezone } from './vtimezone.ts'

/**
 * A chat as an iCalendar (RFC 5545): the series as a rule in its zone, less skipped dates, and what single dates
 * have of their own. Nothing in it comes from a clock: what ought to be the time of writing is that of the
 * newest session.
 */
export function calendarOf(archive: SiteData, data: ChatData): string {
  const { chat } = data
  const occasions = occasionsOf(data)
  const stamp = stampOf(data)
  const calendar = ical({
    name: cleanLine(chat.title).replace(/[\\;,]/g, '\\$&'),
    prodId: { company: 'hashtag-chat-archive', product: 'calendar', language: archive.site.language },
    method: ICalCalendarMethod.PUBLISH,
    timezone: { name: null, generator: (zone) => findVtimezone(zone) ?? null },
  })
  calendar.createEvent(seriesEvent(archive, data, stamp))
  for (const occasion of occasions) calendar.createEvent(occasionEvent(archive, data, { ...occasion, stamp }))
  return `${unturned(calendar.toString())}\r\n`
}

/** The same however the calendar is made; an instance of a series carries the series' own. */
function uidOf({ chat }: ChatData, date?: string): string {
  return `${date === undefined ? '' : `${date}.`}${chat.name}@hashtag-chat-archive`
}

function stampOf({ chat, sessions, planned }: ChatData): string {
  const newest = [...sessions, ...planned]
    .map(({ end }) => end ?? '')
    .sort()
    .at(-1)
  return newest || toInstant(`${chat.first ?? '2000-01-01'}T${chat.time}`, chat.zone)
}

function seriesEvent({ words }: SiteData, data: ChatData, stamp: string): ICalEventData {
  const { chat } = data
  const at = (date: string) => zonedTime(toInstant(`${date}T${chat.time}`, chat.zone), chat.zone)
  const first = firstOnRule(data)
  const end = addSeconds(toInstant(`${first}T${chat.time}`, chat.zone), chat.minutes * 60)
  return {
    id: uidOf(data),
    stamp: zonedTime(stamp, 'UTC'),
    start: at(first),
    end: zonedTime(end, chat.zone),
    timezone: chat.zone,
    summary: cleanLine(chat.title),
    description: words.takePart(chat.hashtags[0] ?? chat.title),
    repeating: {
      freq: ICalEventRepeatingFreq.WEEKLY,
      byDay: [weekdays[chat.weekday - 1] ?? ICalWeekday.MO],
      exclude: chat.skip
        .map(({ date }) => date)
        .filter((date) => date >= first)
        .map(at),
    },
  }
}

type Stamped = Occasion & { readonly stamp: string }

function occasionEvent(archive: SiteData, data: ChatData, occasion: Stamped): ICalEventData {
  const { chat } = data
  const { date, start, end, isOnRule, summary, isHeld } = occasion
  const title = summary && summary.title !== '' ? sessionTitle(chat, summary, archive) : chat.title
  const address = archive.site.address
  return {
    id: isOnRule ? uidOf(data) : uidOf(data, date),
    ...(isOnRule && { recurrenceId: zonedTime(toInstant(`${date}T${chat.time}`, chat.zone), chat.zone) }),
    stamp: zonedTime(occasion.stamp, 'UTC'),
    start: zonedTime(start, chat.zone),
    end: zonedTime(end, chat.zone),
    timezone: chat.zone,
    summary: cleanLine(title),
    description: description(archive, data, occasion),
    ...(isHeld &&
      address !== undefined && { url: new URL(sessionPath(chat.name, date).slice(1), address).href }),
  }
}

function description({ words }: SiteData, { chat }: ChatData, { summary, isHeld }: Occasion): string {
  const asked = (summary?.questions ?? []).filter(({ text }) => text !== '')
  const questions = asked.map(({ key, text }) =>
    cleanLine(questionTitle({ key, question: text, of: asked.length }, { words })),
  )
  const how = isHeld ? [] : [words.takePart(chat.hashtags[0] ?? chat.title)]
  return [...questions, ...how].join('\n')
}

const weekdays = [
  ICalWeekday.MO,
  ICalWeekday.TU,
  ICalWeekday.WE,
  ICalWeekday.TH,
  ICalWeekday.FR,
  ICalWeekday.SA,
  ICalWeekday.SU,
]
