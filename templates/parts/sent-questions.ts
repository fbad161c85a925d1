import { findContributionNetwork, isAnonymous } from '../../scripts/model/contribution.ts'
import { dateWords } from '../../scripts/model/date-words.ts'
import { type SentQuestion, stateOf } from '../../scripts/model/sent-question.ts'
import { isolated } from './clean.ts'
import { type Content, type Html, html } from './html.ts'
import type { ChatData, SiteData } from './site-data.ts'

/** Questions for coming sessions: those that were chosen, and where the host wants it, those that wait. */
export function sentQuestions(archive: SiteData, { sent, sessions, planned }: ChatData): Content {
  const { site, words } = archive
  const states = sent.questions.map((question) => ({
    question,
    state: stateOf(question, [...sessions, ...planned]),
  }))
  const of = (wanted: string) =>
    states.filter(({ state }) => state === wanted).map(({ question }) => question)
  const when = ({ chosen }: SentQuestion) =>
    chosen && html`, ${words.forSession(dateWords(chosen.date, site.language))}`
  return [
    list(
      words.chosenQuestions,
      of('chosen'),
      (question) => html`${line(question, archive)}${when(question)}`,
    ),
    sent.backlog && list(words.waitingQuestions, of('received'), (question) => line(question, archive)),
  ]
}

function list(
  heading: string,
  questions: readonly SentQuestion[],
  line: (one: SentQuestion) => Html,
): Content {
  if (questions.length === 0) return undefined
  return html`<h2>${heading}</h2>
<ul>${questions.map((question) => html`<li>${line(question)}\n`)}</ul>
`
}

function line(question: SentQuestion, archive: SiteData): Html {
  return html`${isolated(question.text)} (${sentBy(question, archive)})`
}

/** `sent in by Gwen Parry by e-mail`; `sent in` where no name was given. */
export function sentBy({ id, name }: SentQuestion, { words }: SiteData): Html {
  const network = findContributionNetwork(id ?? '')
  const how = network === undefined || network === 'hand' ? undefined : html` ${words.sentIn[network]}`
  return html`${isolated(words.sentBy(isAnonymous(name) ? '' : name))}${how}`
}
