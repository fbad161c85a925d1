import type { Chat } from '../../scripts/model/chat.ts'
import { dateWords, longDateWords } from '../../scripts/model/date-words.ts'
import type { SessionSummary } from '../../scripts/model/summary.ts'
import { localTime } from '../../scripts/model/zone.ts'
import { zoneLabel, zonePlace } from '../../scripts/model/zone-label.ts'
import type { SiteData } from './site-data.ts'

/** The host's title; without one, the hashtag and the date. */
export function sessionTitle(
  chat: Chat,
  { title, date }: Pick<SessionSummary, 'title' | 'date'>,
  { site }: Pick<SiteData, 'site'>,
): string {
  return title === '' ? `${chat.hashtags[0] ?? chat.title}, ${dateWords(date, site.language)}` : title
}

/** `Friday 17 December 2010, 13:00 to 14:00`. */
export function whenWords(
  chat: Chat,
  summary: Pick<SessionSummary, 'date' | 'start' | 'end'>,
  { site, words }: Pick<SiteData, 'site' | 'words'>,
): string {
  const date = longDateWords(summary.date, site.language)
  if (!summary.start || !summary.end) return date
  const from = localTime(summary.start, chat.zone).slice(0, 5)
  return `${date}, ${words.span(from, localTime(summary.end, chat.zone).slice(0, 5))}`
}

/** `London time (GMT)`. */
export function zoneWords(
  chat: Chat,
  instant: string | undefined,
  { words }: Pick<SiteData, 'words'>,
): string {
  const place = words.zone(zonePlace(chat.zone))
  return instant === undefined ? place : `${place} (${zoneLabel(instant, chat.zone)})`
}
