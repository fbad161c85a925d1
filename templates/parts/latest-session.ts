import type { SessionSummary } from '../../scripts/model/summary.ts'
import { homePath, linkTo, sessionPath } from './address.ts'
import { isolated } from './clean.ts'
import { type Html, html } from './html.ts'
import { markdown } from './markdown.ts'
import { sessionLine } from './session-list.ts'
import type { ChatData, SiteData } from './site-data.ts'

/** The newest transcript on the home page: its title, the host's words, and a way to each question. */
export function latestSession(archive: SiteData, item: ChatData, session: SessionSummary): Html {
  const { name } = item.chat
  const questions = session.questions.filter(({ text }) => text !== '')
  return html`<p>${sessionLine(archive, { item, session, from: homePath })}
${markdown(session.summary)}${
  questions.length > 0 &&
  html`<ul>${questions.map(
    ({ key, text }) =>
      html`<li><a href="${linkTo(homePath, sessionPath(name, session.date, key))}">${isolated(text)}</a>\n`,
  )}</ul>\n`
}`
}
