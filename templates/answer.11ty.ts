import { questionNumber } from '../scripts/model/session.ts'
import type { QuestionSummary } from '../scripts/model/summary.ts'
import { answerPath, fileAt, linkTo, sessionPath } from './parts/address.ts'
import { isolated } from './parts/clean.ts'
import { form, formStyle, hostOf } from './parts/form.ts'
import type { AnswerItem } from './parts/form-items.ts'
import { type Html, html } from './parts/html.ts'
import { layout } from './parts/layout.ts'
import { questionTitle } from './parts/question-title.ts'
import { sessionTitle } from './parts/session-title.ts'
import { chatTrail, type SiteData } from './parts/site-data.ts'

type Data = { readonly archive: SiteData; readonly item: AnswerItem }

export const data = {
  pagination: { data: 'answers', size: 1, alias: 'item' },
  permalink: ({ item }: Data) => fileAt(answerPath(item.chat.chat.name, item.summary.date)),
}

export const madeFrom = ({ item: { chat, summary } }: Data): unknown => {
  const { date, title, hosts, questions } = summary
  return [chat.chat, date, title, hosts, questions.map(({ key, text }) => [key, text])]
}

/** A form for each question of a session; there is one only where a service takes it. */
export function render({ archive, item }: Data): string {
  const { site, words } = archive
  const { chat } = item.chat
  const { date, hosts, questions } = item.summary
  const action = site.takePart?.form ?? ''
  const title = sessionTitle(chat, item.summary, archive)
  const transcript = sessionPath(chat.name, date)
  return layout(archive, {
    path: answerPath(chat.name, date),
    title: `${words.answerTitle}: ${title}`,
    hidden: true,
    form: action,
    ownStyle: formStyle,
    hosts,
    trail: [...chatTrail(archive, item.chat), { path: transcript, text: title }],
    main: html`<h1>${words.answerTitle}</h1>
<p>${words.waysNote} ${words.formGoesTo(hostOf(action))}
<p><a href="${linkTo(answerPath(chat.name, date), transcript)}">${words.transcript}</a>
${questions.map((question) => answerForm(question, archive, item))}`,
  })
}

function answerForm({ key, text }: QuestionSummary, archive: SiteData, { chat, summary }: AnswerItem): Html {
  const { site, words } = archive
  const title = questionTitle({ key, question: text, of: summary.questions.length }, archive)
  return html`<h2 id="${key}">${isolated(title)}</h2>
${form({
  action: site.takePart?.form ?? '',
  about: { chat: chat.chat.name, date: summary.date, question: key },
  label: words.yourAnswer,
  send: words.sendAnswer(words.questionLabel(questionNumber(key) ?? 1)),
  words,
})}`
}
