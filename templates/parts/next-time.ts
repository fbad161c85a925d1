import { dateWords } from '../../scripts/model/date-words.ts'
import { nextAfter } from '../../scripts/model/schedule.ts'
import { isolated } from './clean.ts'
import { type Html, html } from './html.ts'
import { whenWords, zoneWords } from './session-title.ts'
import type { ChatData, SiteData } from './site-data.ts'

/** What comes after the newest session: a date, not a countdown, since a build never asks the clock. */
export function nextTime(archive: SiteData, { chat, sessions, planned }: ChatData): Html {
  const { site, words } = archive
  const newest = sessions.at(-1)?.date ?? ''
  const { skipped, times } = nextAfter(chat, newest === '' ? (chat.first ?? '2000-01-01') : newest)
  const plan = planned.find(({ date }) => date === times.date)
  const questions = (plan?.questions ?? []).filter(({ text }) => text !== '')
  return html`<p><b>${whenWords(chat, plan ?? times, archive)}</b>, ${zoneWords(chat, times.start, archive)}. ${words.takePart(
    chat.hashtags[0] ?? chat.title,
  )}
${questions.length > 0 && html`<ul>${questions.map((question) => html`<li>${isolated(question.text)}\n`)}</ul>\n`}${skipped.map(
  ({ date, reason }) => html`<p>${words.skipped(dateWords(date, site.language), reason)}\n`,
)}`
}
