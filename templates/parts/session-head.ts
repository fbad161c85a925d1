import type { Segment, Session } from '../../scripts/model/session.ts'
import { questionNumber } from '../../scripts/model/session.ts'
import { countPosts } from '../../scripts/model/shown.ts'
import { hrefValue } from './anchor.ts'
import { isolated } from './clean.ts'
import { completeness } from './completeness.ts'
import type { Context } from './context.ts'
import { graph, type Minutes, minutesOf } from './graph.ts'
import { type Content, type Html, html, joined } from './html.ts'
import { markdown } from './markdown.ts'
import { sessionTitle, whenWords, zoneWords } from './session-title.ts'
import type { SessionData, SiteData } from './site-data.ts'

type Head = {
  readonly archive: SiteData
  readonly item: SessionData
  readonly session: Session
  readonly context: Context
  /** With their headings, in page order. */
  readonly sections: readonly { readonly segment: Segment; readonly title: string }[]
}

/** What the session was: title, when, who led it, the host's words, the numbers, and the way to each question. */
export function sessionHead(head: Head): Html {
  const { archive, item, session, sections } = head
  const { words } = archive
  const { chat } = item.chat
  return html`<h1>${sessionTitle(chat, session, archive)}</h1>
${chat.sample && html`<p role=note>${words.sample}</p>\n`}${
  !session.checked && html`<p role=note>${words.unchecked}</p>\n`
}<p>${whenWords(chat, item.summary, archive)}. ${words.times(zoneWords(chat, item.summary.start, archive))}
${hosts(head)}${markdown(session.summary)}${numbers(head)}<nav aria-label="${words.asked}"><ul>
${sections.map(
  ({ segment, title }) =>
    html`<li><a href=${hrefValue(segment.key)}>${isolated(title)}</a> (${words.posts(countPosts(segment))})\n`,
)}</ul></nav>
`
}

function hosts({ archive: { words }, item, context }: Head): Content {
  const { hosts: handles } = item.summary
  if (handles.length === 0) return undefined
  const names = handles.map((handle) => hostName(handle, context))
  return html`<p>${handles.length === 1 ? words.host : words.hosts}: ${joined(names, ', ')}\n`
}

function hostName(handle: string, { said }: Context): Content {
  const found = said.find(({ post }) => post.author.handle?.toLowerCase() === handle.toLowerCase())
  const name = found?.post.author.name.trim() ?? ''
  if (name === '' || name.toLowerCase() === handle.toLowerCase()) return html`@${isolated(handle)}`
  return html`${isolated(name)} @${isolated(handle)}`
}

function numbers(head: Head): Html {
  const { archive, item, context, sections } = head
  const { words } = archive
  const { posts, people } = item.summary
  const minutes = minutesOf(context)
  const marks = sections.flatMap(({ segment: { key, start } }) => {
    const number = questionNumber(key)
    return number === undefined || start === undefined ? [] : [{ number, at: start }]
  })
  return html`${minutes && graph(minutes, marks)}<p>${words.postsBy(
    words.posts(posts),
    words.people(people.length),
  )}. ${busiest(head, minutes)}${complete(head)}
`
}

function busiest({ archive: { words }, context }: Head, minutes: Minutes | undefined): string | undefined {
  if (!minutes) return undefined
  const most = Math.max(...minutes.counts)
  if (most < 2) return undefined
  const at = new Date(minutes.from + minutes.counts.indexOf(most) * 60_000).toISOString()
  return `${words.busiest(context.time(`${at.slice(0, 19)}Z`), words.posts(most))} `
}

/** A post that passed an answer on is shown with it, and what was sent in was never on the network. */
function complete({ archive: { site, words }, item, session, context }: Head): string | undefined {
  const { posts, sent = 0 } = item.summary
  const relayed = context.said.filter((said) => said.relayed).length
  return completeness({ session, chat: item.chat.chat, site, words, shown: posts - sent + relayed })
}
