import type { Person } from '../../scripts/model/people.ts'
import { groupBySite } from '../../scripts/model/shared-links.ts'
import type { PersonSummary } from '../../scripts/model/summary.ts'
import { chatPath, hourPath, linkTo, listPath, personPath, sessionPath, textPath } from './address.ts'
import { isolated } from './clean.ts'
import { type Content, type Html, html, joined } from './html.ts'
import { peopleByKey } from './people-by-key.ts'
import { sessionTitle } from './session-title.ts'
import type { SessionData, SiteData } from './site-data.ts'
import { siteLinks } from './site-links.ts'
import { otherWays } from './ways.ts'

/** What the hour leaves behind: links by site, people, and the ways on. */
export function sessionFoot(archive: SiteData, item: SessionData): Html {
  const { site, words } = archive
  const { chat } = item.chat
  const here = sessionPath(chat.name, item.summary.date)
  const hour = html`<a href="${linkTo(here, hourPath(chat.name, item.summary.date))}">${words.hour}</a>`
  return html`${otherWays(archive, item)}${links(archive, item)}${people(archive, item, here)}<h2>${words.otherSessions}</h2>
<ul>${ways(archive, item, here)}</ul>
<p>${words.originals} ${words.linkToPost} ${hour}.
${site.textFiles && html`<p><a href="${linkTo(here, textPath(chat.name, item.summary.date))}">${words.plainText}</a>\n`}`
}

function links({ words }: SiteData, { summary }: SessionData): Content {
  if (summary.links.length === 0) return undefined
  const groups = groupBySite(summary.links)
  return html`<h2 id=links>${words.links}</h2>
<ul>${groups.map(({ site, links }) => html`<li>${siteLinks(site, links)}\n`)}</ul>
`
}

function people({ words }: SiteData, { chat, summary }: SessionData, here: string): Content {
  if (summary.people.length === 0) return undefined
  const slugs = peopleByKey(chat)
  return html`<h2 id=people>${words.whoTookPart}</h2>
<p>${joined(
    summary.people.map((part) => personName(part, slugs.get(part.key), { chat: chat.chat.name, here })),
    ', ',
  )}
`
}

function personName(
  part: PersonSummary,
  person: Person | undefined,
  at: { chat: string; here: string },
): Content {
  const name = isolated(part.name)
  return person ? html`<a href="${linkTo(at.here, personPath(at.chat, person.slug))}">${name}</a>` : name
}

function ways(archive: SiteData, { chat, previous, following }: SessionData, here: string): Content {
  const { words } = archive
  const { name } = chat.chat
  const to = (path: string, text: string) => html`<li><a href="${linkTo(here, path)}">${isolated(text)}</a>\n`
  return [
    previous &&
      to(sessionPath(name, previous.date), words.previous(sessionTitle(chat.chat, previous, archive))),
    following &&
      to(sessionPath(name, following.date), words.following(sessionTitle(chat.chat, following, archive))),
    to(chatPath(name), words.allSessions),
    to(listPath(name, 'people'), words.peopleList),
    to(listPath(name, 'questions'), words.questionsList),
    to(listPath(name, 'links'), words.linksList),
  ]
}
