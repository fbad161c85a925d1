import { nameOf } from '../../../scripts/model/person.ts'
import type { Post, Run } from '../../../scripts/model/post.ts'
import type { SaidPost } from '../../../scripts/model/shown.ts'
import { sessionPath } from '../address.ts'
import { cleanLine } from '../clean.ts'
import { type Context, contextOf } from '../context.ts'
import { type Html, html } from '../html.ts'
import { titledSections } from '../sections.ts'
import { authorOf } from '../sent.ts'
import { sessionTitle, whenWords } from '../session-title.ts'
import { shownText } from '../shown-text.ts'
import type { SessionData, SiteData } from '../site-data.ts'

/** A session as the search index takes it. */
export type SearchRecord = {
  /** From the site's root, `lgovsm/2010-12-17/`. */
  readonly url: string
  /** A page made for the index alone: every paragraph with a title is a place that can be found. */
  readonly content: string
}

/** What can be found of a session: its title, its questions, and every post a reader sees. */
export function searchRecord(archive: SiteData, item: SessionData): SearchRecord {
  const { site, words } = archive
  const { chat } = item.chat
  const session = item.read()
  const context = contextOf({ site, chat, words, session, media: '', bylineHref: () => undefined })
  const sections = titledSections(session, context)
  return {
    url: sessionPath(chat.name, session.date).slice(1),
    content: html`<!DOCTYPE html><html lang="${site.language}"><body data-pagefind-body>
<h1 data-pagefind-meta="title">${cleanLine(sessionTitle(chat, session, archive))}</h1>
<p data-pagefind-meta="when">${whenWords(chat, item.summary, archive)}</p>
${sections.map(({ segment: { key }, title }) => {
  const said = context.said.filter((one) => one.key === key && !one.post.removed)
  return html`<h2 id="${key}">${cleanLine(title)}</h2>\n${said.map((one) => place(one, context))}`
})}`.toString(),
  }
}

function place({ anchor, post }: SaidPost, context: Context): Html {
  const author = authorOf(post, context.words)
  const name = cleanLine(nameOf(author)) || context.words.unavailable
  const who = author.handle === undefined || name === `@${author.handle}` ? name : `${name} @${author.handle}`
  return html`<p id="${anchor}" data-pagefind-title="${context.time(post.at)} ${who}">${who}: ${wordsOf(post, context)}</p>\n`
}

/** All that stands in a post: text, descriptions of pictures, poll, and what it quotes. */
function wordsOf(post: Post, context: Context): string {
  const { chat, site } = context
  const { runs } = shownText(post, { hashtags: chat.hashtags, text: site.text, saysReply: false })
  const quoted = post.quoted ? [nameOf(post.quoted.author), wordsOf(post.quoted, context)] : []
  const parts = [
    runs.map(wordsOfRun).join(''),
    ...post.media.map(({ alt }) => alt ?? ''),
    ...(post.poll?.options ?? []).map(({ label }) => label),
    ...quoted,
  ]
  return cleanLine(parts.filter((part) => part !== '').join(' '))
}

function wordsOfRun(run: Run): string {
  return typeof run === 'string' ? run : run.display
}
