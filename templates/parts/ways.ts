import type { SegmentKey } from '../../scripts/model/session.ts'
import { questionNumber } from '../../scripts/model/session.ts'
import { type Way, waysIn } from '../../scripts/model/ways-in.ts'
import { linkTo, sessionPath } from './address.ts'
import { type Content, html, joined } from './html.ts'
import { findHref } from './safe-href.ts'
import type { SessionData, SiteData } from './site-data.ts'

/** More would make every question heavy. */
const mostEach = 2

/** `Answer Q2 by e-mail · by form`, each a link; undefined where nothing can be sent in, or outside the questions. */
export function answerWays(archive: SiteData, item: SessionData, key: SegmentKey): Content {
  return answerWaysFrom(archive, item, { key, from: sessionPath(item.chat.chat.name, item.summary.date) })
}

type QuestionOn = {
  readonly key: SegmentKey
  /** The page that it stands on. */
  readonly from: string
}

/** The same on another page than the transcript. */
export function answerWaysFrom(
  archive: SiteData,
  { chat, summary }: SessionData,
  { key, from }: QuestionOn,
): Content {
  const number = questionNumber(key)
  if (number === undefined) return undefined
  const { words, site } = archive
  const about = { chat: chat.chat.name, date: summary.date, question: key }
  const label = words.questionLabel(number)
  return links(waysIn(site, about).slice(0, mostEach), from, (way) => words.answerBy(label, way))
}

/** Once a transcript: the ways that each question has no room for, and what happens to what is sent. */
export function otherWays({ site, words }: SiteData, { chat, summary }: SessionData): Content {
  const about = { chat: chat.chat.name, date: summary.date }
  const ways = waysIn(site, about)
  if (ways.length === 0) return undefined
  const from = sessionPath(about.chat, about.date)
  const others = links(ways.slice(mostEach), from, words.answerAlsoBy)
  return html`<p>${others && html`${others}. `}${words.waysNote}\n`
}

/** `Send a question by e-mail · by form`, and what happens then; undefined where nothing can be sent in. */
export function questionWays({ site, words }: SiteData, chat: string, from: string): Content {
  const found = links(waysIn(site, { chat }), from, words.sendQuestionBy)
  return found && html`<p>${found}. ${words.waysNote}\n`
}

/** The first says what it is for, so that it makes sense alone. */
function links(ways: readonly Way[], from: string, begin: (way: string) => string): Content {
  if (ways.length === 0) return undefined
  return joined(
    ways.map(
      (way, index) => html`<a href="${hrefOf(way, from)}">${index === 0 ? begin(way.label) : way.label}</a>`,
    ),
    ' · ',
  )
}

/** As a page at `from` links to it. */
export function hrefOf({ href, isInside }: Way, from: string): string | undefined {
  return isInside ? linkTo(from, href) : findHref(href)
}
