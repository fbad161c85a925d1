import { fileAt, sessionPath } from './parts/address.ts'
import { contextOf } from './parts/context.ts'
import { sessionDescription } from './parts/description.ts'
import { html } from './parts/html.ts'
import { layout } from './parts/layout.ts'
import { fromSession } from './parts/made-from.ts'
import { section } from './parts/section.ts'
import { titledSections } from './parts/sections.ts'
import { sessionFoot } from './parts/session-foot.ts'
import { sessionHead } from './parts/session-head.ts'
import { sessionTitle } from './parts/session-title.ts'
import { chatTrail, type SessionData, type SiteData } from './parts/site-data.ts'
import { answerWays } from './parts/ways.ts'

type Data = { readonly archive: SiteData; readonly item: SessionData }

export const data = {
  pagination: { data: 'sessions', size: 1, alias: 'item' },
  permalink: ({ item }: Data) => fileAt(sessionPath(item.chat.chat.name, item.summary.date)),
}

export const madeFrom = ({ item }: Data): unknown => fromSession(item)

/** The transcript: the hour question by question. */
export function render({ archive, item }: Data): string {
  const { site, words } = archive
  const { chat } = item.chat
  const session = item.read()
  const bylineHref: Parameters<typeof contextOf>[0]['bylineHref'] = ({ post }) => post.url
  const context = contextOf({ site, chat, words, session, media: 'media/', bylineHref })
  const sections = titledSections(session, context).map((titled) => {
    return { ...titled, answer: answerWays(archive, item, titled.segment.key) }
  })
  return layout(archive, {
    path: sessionPath(chat.name, session.date),
    title: sessionTitle(chat, session, archive),
    hidden: !session.checked || chat.sample,
    description: sessionDescription(archive, item.summary),
    hosts: item.summary.hosts,
    trail: chatTrail(archive, item.chat),
    main: html`${sessionHead({ archive, item, session, context, sections })}${sections.map((titled, index) =>
      section(titled, sections[index + 1], context),
    )}${sessionFoot(archive, item)}`,
  })
}
