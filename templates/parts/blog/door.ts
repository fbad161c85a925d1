import { questionNumber } from '../../../scripts/model/session.ts'
import { waysIn } from '../../../scripts/model/ways-in.ts'
import { linkTo } from '../address.ts'
import { isolated } from '../clean.ts'
import { type Content, type Html, html, joined } from '../html.ts'
import { nextTime } from '../next-time.ts'
import { questionTitle } from '../question-title.ts'
import { findHref } from '../safe-href.ts'
import { sentQuestions } from '../sent-questions.ts'
import { sessionTitle } from '../session-title.ts'
import type { ChatData, SiteData } from '../site-data.ts'
import { hrefOf, questionWays } from '../ways.ts'
import { blogAskPath, blogPostPath, blogSubmitPath } from './blog-address.ts'
import type { BlogPost } from './blog-data.ts'

/** `/blog/ask/`: a question for one of the next sessions. */
export function askMain(archive: SiteData): Html {
  const { words, chats } = archive
  return html`<h1>${words.blog.askTitle}</h1>
<p>${words.blog.askIntro}
${eachChat(archive, (item) => {
  const next = chats.length > 1 ? html`<h3>${words.next}</h3>` : html`<h2>${words.next}</h2>`
  const ways = questionWays(archive, item.chat.name, blogAskPath)
  return html`${ways ?? contactLine(archive, words.blog.askSubject)}${next}\n${nextTime(archive, item)}${sentQuestions(archive, item)}`
})}`
}

/** `/blog/submit/`: an answer to a question of the newest session. */
export function submitMain(archive: SiteData): Html {
  const { words, blog } = archive
  return html`<h1>${words.blog.submitTitle}</h1>
<p>${words.blog.submitIntro}
${eachChat(archive, (item) => {
  const newest = blog?.posts.find(({ chat }) => chat.chat.name === item.chat.name)
  const open = newest && answers(archive, newest)
  return open ?? contactLine(archive, words.blog.submitSubject)
})}`
}

function eachChat({ chats }: SiteData, part: (item: ChatData) => Content): Content {
  return chats.map((item) => html`${chats.length > 1 && html`<h2>${item.chat.title}</h2>\n`}${part(item)}`)
}

/** The questions of a post, each with the ways in which it can be answered; without any, with whom to write to. */
function answers(archive: SiteData, { chat, summary, name }: BlogPost): Content {
  const { words, site } = archive
  const of = summary.questions.length
  if (of === 0) return undefined
  const about = { chat: chat.chat.name, date: summary.date }
  const hasWays = waysIn(site, about).length > 0
  return html`${hasWays ? html`<p>${words.waysNote}\n` : contactLine(archive, words.blog.submitSubject)}<p>${words.blog.submitWhich} ${isolated(
    sessionTitle(chat.chat, summary, archive),
  )}
<ul>${summary.questions.map(({ key, text }, index) => {
    const title = isolated(questionTitle({ key, question: text, of }, archive))
    const ways = waysIn(site, { ...about, question: key }).map((way, place) => {
      const label =
        place === 0
          ? words.answerBy(words.questionLabel(questionNumber(key) ?? index + 1), way.label)
          : way.label
      return html`<a href="${hrefOf(way, blogSubmitPath)}">${label}</a>`
    })
    return html`<li><a href="${linkTo(blogSubmitPath, blogPostPath(name, key))}">${title}</a>${
      ways.length > 0 && html`<br>${joined(ways, ' · ')}`
    }\n`
  })}</ul>
`
}

/** Where the host set up no way in, the contact is asked, else the hosts. */
function contactLine({ site, words, chats }: SiteData, subject: string): Html {
  const { contact } = site
  if (contact === undefined) {
    const hosts = [...new Set(chats.flatMap(({ chat }) => chat.hosts))].map((handle) => `@${handle}`)
    return html`<p>${words.blog.askHosts(hosts.length === 0 ? words.theHosts : hosts.join(', '))}\n`
  }
  const href = findHref(contact)
  if (href !== undefined) return html`<p><a href="${href}">${words.blog.webTo(contact)}</a>\n`
  const mail = `mailto:${contact}?subject=${encodeURIComponent(subject)}`
  return html`<p><a href="${mail}">${words.blog.mailTo(contact)}</a>\n`
}
