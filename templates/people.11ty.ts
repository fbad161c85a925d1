import { dateWords } from '../scripts/model/date-words.ts'
import type { Person } from '../scripts/model/people.ts'
import { type Sender, sendersIn } from '../scripts/model/senders.ts'
import { fileAt, linkTo, listPath, personPath, sessionPath } from './parts/address.ts'
import { isolated } from './parts/clean.ts'
import { type Content, type Html, html, joined } from './parts/html.ts'
import { layout } from './parts/layout.ts'
import type { LetterPart } from './parts/letter-parts.ts'
import type { LetterGroup } from './parts/letters.ts'
import { fromLetter } from './parts/made-from.ts'
import { chatTrail, type SiteData } from './parts/site-data.ts'

type Data = { readonly archive: SiteData; readonly item: LetterPart }

export const data = {
  pagination: { data: 'letterParts', size: 1, alias: 'item' },
  permalink: ({ item }: Data) => fileAt(pathOf(item)),
}

export const madeFrom = ({ item }: Data): unknown => [
  fromLetter(item),
  !item.letter &&
    sendersIn(item.chat.sessions).map(({ name, network, session, part }) => [
      name,
      network,
      session.date,
      part.first,
    ]),
]

/** Everyone who took part in a chat, A to Z; on a page a letter where they are many. */
export function render({ archive, item }: Data): string {
  const { words } = archive
  const { chat, letter, letters, isCut } = item
  const shown = isCut ? (letter ? [letter] : []) : letters
  const list = { path: listPath(chat.chat.name, 'people'), text: words.peopleList }
  const trail = chatTrail(archive, chat)
  return layout(archive, {
    path: pathOf(item),
    title: `${words.peopleList}${letter ? `, ${nameOf(letter, archive)}` : ''}: ${chat.chat.title}`,
    hidden: true,
    ownStyle,
    hosts: chat.chat.hosts,
    trail: letter ? [...trail, list] : trail,
    main: html`<h1>${words.peopleList}</h1>
<p>${words.peopleIntro}
<nav aria-label="${words.letters}"><div>${joined(
      letters.map((group) => letterLink(group, archive, item)),
      ' ',
    )}</div></nav>
${shown.map((group) => letterList(group, archive, item))}${!letter && sentIn(archive, item)}`,
  })
}

/** A letter alone is too narrow to touch. */
const ownStyle = 'main nav a{display:inline-block;padding:.3em .6em}'

function pathOf({ chat, letter }: Pick<LetterPart, 'chat' | 'letter'>): string {
  const list = listPath(chat.chat.name, 'people')
  return letter ? `${list}letter-${letter.letter === '' ? 'other' : letter.letter.toLowerCase()}/` : list
}

function nameOf({ letter }: LetterGroup, { words }: SiteData): string {
  return letter === '' ? words.otherNames : letter
}

function letterLink(group: LetterGroup, archive: SiteData, item: LetterPart): Content {
  const name = nameOf(group, archive)
  if (!item.isCut) return html`<a href="#${idOf(group)}">${name}</a>`
  if (item.letter?.letter === group.letter) return name
  return html`<a href="${linkTo(pathOf(item), pathOf({ ...item, letter: group }))}">${name}</a>`
}

function idOf({ letter }: LetterGroup): string {
  return letter === '' ? 'other' : letter.toLowerCase()
}

function letterList(group: LetterGroup, archive: SiteData, item: LetterPart): Html {
  return html`<h2 id="${idOf(group)}">${nameOf(group, archive)}</h2>
<ul>${group.people.map((person) => html`<li>${personLine(person, archive, item)}\n`)}</ul>
`
}

/** Who sent something in has no page: the name leads to what was sent. */
function sentIn(archive: SiteData, item: LetterPart): Content {
  const senders = sendersIn(item.chat.sessions)
  if (senders.length === 0) return undefined
  return html`<h2 id=sent>${archive.words.sentInList}</h2>
<ul>${senders.map((sender) => html`<li>${senderLine(sender, archive, item)}\n`)}</ul>
`
}

function senderLine({ name, network, session, part }: Sender, archive: SiteData, item: LetterPart): Html {
  const { site, words } = archive
  const href = linkTo(pathOf(item), sessionPath(item.chat.chat.name, session.date, part.first))
  return html`<a href="${href}">${isolated(name)}, ${dateWords(session.date, site.language)}</a>: ${words.sentIn[network]}`
}

function personLine(person: Person, { words }: SiteData, item: LetterPart): Html {
  const href = linkTo(pathOf(item), personPath(item.chat.chat.name, person.slug))
  const handle = person.name === `@${person.handle}` ? undefined : html` @${isolated(person.handle)}`
  return html`<a href="${href}">${isolated(person.name)}</a>${handle}, ${words.sessions(person.sessions.length)}`
}
