import { dateWords } from '../scripts/model/date-words.ts'
import type { Person } from '../scripts/model/people.ts'
import type { PersonSummary } from '../scripts/model/summary.ts'
import { fileAt, linkTo, listPath, personPath, sessionPath } from './parts/address.ts'
import { whoSaid } from './parts/byline.ts'
import { isolated } from './parts/clean.ts'
import { type Html, html } from './parts/html.ts'
import { layout } from './parts/layout.ts'
import { stampsOf } from './parts/made-from.ts'
import { sessionTitle } from './parts/session-title.ts'
import { type ChatData, chatTrail, type SiteData } from './parts/site-data.ts'
import type { Words } from './parts/words.ts'

type Data = {
  readonly archive: SiteData
  readonly item: { readonly chat: ChatData; readonly person: Person }
}

export const data = {
  pagination: { data: 'people', size: 1, alias: 'item' },
  permalink: ({ item }: Data) => fileAt(personPath(item.chat.chat.name, item.person.slug)),
}

export const madeFrom = ({ item }: Data): unknown => [
  item.chat.chat,
  item.person.key,
  item.person.slug,
  item.person.handle,
  item.person.name,
  stampsOf(item.person.sessions.map(({ session }) => session)),
]

/** Where somebody took part: an index into the transcripts, not a file on a person; no search engine is to keep it. */
export function render({ archive, item: { chat, person } }: Data): string {
  const { site, words } = archive
  const path = personPath(chat.chat.name, person.slug)
  return layout(archive, {
    path,
    title: `${person.name}: ${chat.chat.title}`,
    hidden: true,
    hosts: chat.chat.hosts,
    trail: [
      ...chatTrail(archive, chat),
      { path: listPath(chat.chat.name, 'people'), text: words.peopleList },
    ],
    main: html`<h1>${whoSaid(person, words.unavailable)}</h1>
<ul>${person.sessions
      .toReversed()
      .map(
        ({ session, part }) =>
          html`<li><a href="${linkTo(path, sessionPath(chat.chat.name, session.date, part.first))}">${isolated(
            sessionTitle(chat.chat, session, archive),
          )}, ${words.firstPost}</a>${session.title !== '' && `, ${dateWords(session.date, site.language)}`}: ${partWords(part, words)}\n`,
      )}</ul>
`,
  })
}

function partWords({ posts, questions }: PersonSummary, words: Words): Html {
  const labels = questions.map(words.questionLabel).join(', ')
  return html`${words.posts(posts)}${labels !== '' && ` (${labels})`}`
}
