import type { Person } from '../scripts/model/people.ts'
import { fileAt, linkTo, listPath, personPath } from './parts/address.ts'
import { isolated } from './parts/clean.ts'
import { type Html, html, joined } from './parts/html.ts'
import { layout } from './parts/layout.ts'
import { groupByLetter } from './parts/letters.ts'
import { type ChatData, chatTrail, type SiteData } from './parts/site-data.ts'

type Data = { readonly archive: SiteData; readonly item: ChatData }

export const data = {
  pagination: { data: 'chats', size: 1, alias: 'item' },
  permalink: ({ item }: Data) => fileAt(listPath(item.chat.name, 'people')),
}

/** Everyone who took part in a chat, A to Z. */
export function render({ archive, item }: Data): string {
  const { words } = archive
  const path = listPath(item.chat.name, 'people')
  const groups = groupByLetter(item.people, words.otherNames)
  return layout(archive, {
    path,
    title: `${words.peopleList}: ${item.chat.title}`,
    hidden: true,
    hosts: item.chat.hosts,
    trail: chatTrail(archive, item),
    main: html`<h1>${words.peopleList}</h1>
<p>${words.peopleIntro}
<nav aria-label="${words.letters}">${joined(
      groups.map(({ letter }, index) => html`<a href=#l${index}>${letter}</a>`),
      ' ',
    )}</nav>
${groups.map(
  ({ letter, people }, index) => html`<h2 id=l${index}>${letter}</h2>
<ul>${people.map((person) => html`<li>${personLine(person, { chat: item.chat.name, from: path })}, ${words.sessions(person.sessions.length)}\n`)}</ul>
`,
)}`,
  })
}

function personLine(person: Person, { chat, from }: { chat: string; from: string }): Html {
  const link = html`<a href="${linkTo(from, personPath(chat, person.slug))}">${isolated(person.name)}</a>`
  return person.name === `@${person.handle}` ? link : html`${link} @${isolated(person.handle)}`
}
