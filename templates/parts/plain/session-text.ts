import type { Session } from '../../../scripts/model/session.ts'
import { tagOf } from '../../../scripts/model/ways-in.ts'
import { sessionPath } from '../address.ts'
import { isAfterwards } from '../aside.ts'
import type { Context } from '../context.ts'
import type { Titled } from '../section.ts'
import { titledSections } from '../sections.ts'
import { sessionTitle, whenWords, zoneWords } from '../session-title.ts'
import type { SessionData, SiteData } from '../site-data.ts'
import { plainLine, plainWords } from './plain.ts'
import { postLines } from './post-lines.ts'
import { displayWidth } from './width.ts'
import { columns, wrap } from './wrap.ts'

type Whole = {
  readonly archive: SiteData
  readonly item: SessionData
  readonly session: Session
  readonly context: Context
}

/** A whole session as plain text, 72 columns wide, for a mail: blocks with an empty line between them. */
export function sessionText(whole: Whole): string {
  const sections = titledSections(whole.session, whole.context)
  const blocks = [
    ...opening(whole, sections),
    ...sections.flatMap((titled) => sectionBlocks(titled, whole.context)),
    ...closing(whole),
  ]
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`
}

function opening({ archive, item, session }: Whole, sections: readonly Titled[]): string[][] {
  const { words } = archive
  const { chat } = item.chat
  const { summary } = item
  const hosts = summary.hosts.map((handle) => `@${handle}`).join(', ')
  const when = `${whenWords(chat, summary, archive)}. ${words.times(zoneWords(chat, summary.start, archive))}`
  return [
    heading(plainLine(sessionTitle(chat, session, archive)), '='),
    paragraph(chat.sample && words.sample),
    paragraph(!session.checked && words.unchecked),
    paragraph(when),
    paragraph(hosts !== '' && `${summary.hosts.length === 1 ? words.host : words.hosts}: ${hosts}`),
    paragraph(plainWords(session.summary)),
    paragraph(`${words.postsBy(words.posts(summary.posts), words.people(summary.people.length))}.`),
    sections.flatMap(({ title }) => wrap(plainLine(title), columns)),
  ]
}

function sectionBlocks({ segment, title }: Titled, context: Context): string[][] {
  const posts = context.said.filter(({ key }) => key === segment.key)
  const during = posts.filter((said) => !isAfterwards(said, context))
  const late = posts.filter((said) => isAfterwards(said, context))
  return [
    [],
    heading(plainLine(title), '-'),
    paragraph(plainWords(segment.intro)),
    ...during.map((said) => postLines(said, context)),
    ...(late.length > 0 ? [heading(context.words.afterwards, '-')] : []),
    ...late.map((said) => postLines(said, context)),
  ]
}

/** Where it stands on the web, once that is known. */
function closing({ archive: { site, words }, item }: Whole): string[][] {
  const email = site.takePart?.email
  const tag = tagOf({ chat: item.chat.chat.name, date: item.summary.date })
  const answer = paragraph(email !== undefined && words.answerByMail(email, tag))
  if (site.address === undefined) return [answer]
  const address = new URL(sessionPath(item.chat.chat.name, item.summary.date).slice(1), site.address)
  return [answer, ['-- ', site.title, `${words.onTheWeb}: ${address.href}`]]
}

function paragraph(text: string | false): string[] {
  return text === false || text === '' ? [] : wrap(text, columns)
}

function heading(text: string, line: string): string[] {
  const lines = wrap(text, columns)
  return [...lines, line.repeat(Math.max(...lines.map(displayWidth)))]
}
