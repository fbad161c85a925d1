import { Feed } from 'feed'
import type { SessionSummary } from '../../scripts/model/summary.ts'
import { toInstant } from '../../scripts/model/zone.ts'
import { chatPath, feedPath, sessionPath } from './address.ts'
import { clean, cleanLine, isolated, printable, unturned } from './clean.ts'
import { html, text } from './html.ts'
import { markdown } from './markdown.ts'
import { sessionTitle, whenWords } from './session-title.ts'
import type { ChatData, SiteData } from './site-data.ts'

/** About a year: readers keep what they have seen. */
const mostEntries = 52

/**
 * A chat as an Atom feed (RFC 4287), newest first: an entry for every session that its host has read over. The
 * time of an entry is the end of its hour, since a build asks no clock. Addresses are whole.
 */
export function feedOf(archive: SiteData, data: ChatData): string {
  const { site } = archive
  const { chat, sessions } = data
  const entries = sessions
    .filter(({ checked }) => checked)
    .slice(-mostEntries)
    .toReversed()
  const address = (path: string) => new URL(path.slice(1), site.address).href
  const [newest] = entries
  const begun = toInstant(`${chat.first ?? '2000-01-01'}T${chat.time}`, chat.zone)
  const feed = new Feed({
    id: address(chatPath(chat.name)),
    link: address(chatPath(chat.name)),
    feed: address(feedPath(chat.name)),
    title: cleanLine(chat.title),
    author: { name: cleanLine(site.title) },
    updated: new Date(newest ? sessionEnd(data, newest) : begun),
    generator: 'hashtag-chat-archive',
    copyright: '',
  })
  for (const session of entries) {
    const link = address(sessionPath(chat.name, session.date))
    feed.addItem({
      id: link,
      link,
      title: text(cleanLine(sessionTitle(chat, session, archive))).toString(),
      date: new Date(sessionEnd(data, session)),
      content: entryContent(archive, data, { session, link }),
    })
  }
  return `${printable(unturned(feed.atom1()))}\n`
}

/** The end of the hour. */
export function sessionEnd({ chat }: ChatData, { date, end }: SessionSummary): string {
  return end ?? toInstant(`${date}T${chat.time}`, chat.zone)
}

type Entry = { readonly session: SessionSummary; readonly link: string }

/** When, how much, the host's words, and a way to each question. */
export function entryContent(archive: SiteData, { chat }: ChatData, { session, link }: Entry): string {
  const { words } = archive
  const asked = session.questions.filter(({ text: question }) => question !== '')
  return clean(
    html`<p>${whenWords(chat, session, archive)}: ${words.postsBy(
      words.posts(session.posts),
      words.people(session.people.length),
    )}.</p>
${markdown(session.summary)}${
  asked.length > 0 &&
  html`<ul>${asked.map(({ key, text: question }) => html`<li><a href="${link}#${key}">${isolated(question)}</a></li>`)}</ul>`
}`.toString(),
  )
}
