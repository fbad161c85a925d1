import { sessionPath } from '../../../templates/parts/address.ts'
import { plainLine } from '../../../templates/parts/plain/plain.ts'
import type { Titled } from '../../../templates/parts/section.ts'
import { sessionTitle, whenWords, zoneWords } from '../../../templates/parts/session-title.ts'
import type { Words } from '../../../templates/parts/words.ts'
import type { SegmentKey } from '../../model/session.ts'
import type { SessionSummary } from '../../model/summary.ts'
import { tagOf } from '../../model/ways-in.ts'
import type { MirrorSource } from '../mirror.ts'
import { markdownBlocks } from './markdown-blocks.ts'
import type { Block } from './npf.ts'
import { type Span, textBlocks } from './spans.ts'
import { waySpans } from './ways.ts'
import { tumblrWords } from './words.ts'

export type Framed = MirrorSource & { readonly words: Words; readonly summary: SessionSummary }

export type Part = { readonly number: number; readonly of: number }

/** What the whole session begins with: title, when, who led it, the host's words. */
export function openingBlocks(framed: Framed): Block[] {
  const { site, session, summary, words } = framed
  const hosts = summary.hosts.map((handle) => `@${plainLine(handle)}`).join(', ')
  const counts = words.postsBy(words.posts(summary.posts), words.people(summary.people.length))
  return [
    ...textBlocks([{ text: titleOf(framed) }], 'heading1'),
    ...textBlocks([
      { text: whenOf(framed), style: 'small' },
      ...(hosts === ''
        ? []
        : [small(`\n${summary.hosts.length === 1 ? words.host : words.hosts}: ${hosts}`)]),
      small(`\n${counts}.`),
    ]),
    ...markdownBlocks(session.summary, site.address),
  ]
}

/** The questions, where they stand in posts of their own. */
export function contentsBlocks(sections: readonly Titled[]): Block[] {
  return sections.flatMap(({ title }) => textBlocks([{ text: plainLine(title) }], 'unordered-list-item'))
}

/** What a part begins with that has a post of its own: complete without the others. */
export function partBlocks(framed: Framed, title: string, part: Part): Block[] {
  return [...textBlocks([{ text: plainLine(title) }], 'heading1'), ...partLine(framed, part)]
}

/** Which session, which part of it, and when it was. */
export function partLine(framed: Framed, { number, of }: Part): Block[] {
  const part = tumblrWords(framed.site.language).part(number, of)
  return textBlocks([small(`${titleOf(framed)}\n${part} · ${whenOf(framed)}`)])
}

/** How to take part, and where the archive is; `question` is the one that a part is about. */
export function closingBlocks(framed: Framed, question?: SegmentKey): Block[] {
  const { chat, site, session, words } = framed
  const own = tumblrWords(site.language)
  const email = site.takePart?.email
  const tag = tagOf({ chat: chat.name, date: session.date, question })
  const byMail = email === undefined ? [] : [words.answerByMail(email, tag)]
  const here = site.address && new URL(sessionPath(chat.name, session.date).slice(1), site.address).href
  return [
    ...textBlocks([{ text: own.takePart }], 'heading2'),
    ...textBlocks([{ text: [words.takePart(chat.hashtags[0] ?? chat.title), ...byMail].join('\n') }]),
    ...textBlocks(waySpans(framed, question)),
    ...(here && site.address
      ? textBlocks([
          { text: `${own.whole}: ` },
          { text: here, href: here },
          { text: `\n${own.archive}: ` },
          { text: site.address, href: site.address },
        ])
      : []),
  ]
}

export function titleOf({ chat, session, site }: Pick<Framed, 'chat' | 'session' | 'site'>): string {
  return plainLine(sessionTitle(chat, session, { site }))
}

function whenOf({ chat, summary, site, words }: Framed): string {
  const archive = { site, words }
  return `${whenWords(chat, summary, archive)}. ${words.times(zoneWords(chat, summary.start, archive))}`
}

function small(text: string): Span {
  return { text, style: 'small' }
}
